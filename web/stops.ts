// When a run is to stand still besides on lines: as a task comes into a state, or when one step holds the loop for too long.
// They last until the page is closed, and count for the run that goes on too.

import { button, byId, make } from './dom.ts';

export interface StopConditions {
  states: { state: string; task: string }[]; // task: as people call it; empty: any
  blocked: number | null; // seconds
}

// As the bridge reads them.
export const asLines = (stops: StopConditions): string[] => [
  ...stops.states.map(({ state, task }) => `state ${state}${task === '' ? '' : ` ${task}`}`),
  ...(stops.blocked === null ? [] : [`blocked ${stops.blocked}`]),
];

export const inWords = ({ state, task }: { state: string; task: string }): string =>
  `${task === '' ? 'any task' : task} becomes ${state}`;

export class StopsDialog {
  readonly #dialog = byId('stops', HTMLDialogElement);
  readonly #list = byId('stops-list', HTMLElement);
  readonly #none = byId('stops-none', HTMLElement);
  readonly #task = byId('stops-task', HTMLInputElement);
  readonly #names = byId('stops-names', HTMLElement);
  readonly #state = byId('stops-state', HTMLSelectElement);
  readonly #longer = byId('stops-longer', HTMLInputElement);
  readonly #opener = byId('stops-button', HTMLElement);
  readonly #names_of: () => string[];
  readonly #changed: (lines: string[]) => void;
  #stops: StopConditions = { states: [], blocked: null };

  // names: of the tasks there are. changed: with the conditions as the bridge reads them.
  constructor(names: () => string[], changed: (lines: string[]) => void) {
    this.#names_of = names;
    this.#changed = changed;
    byId('stops-add-state', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#add({ state: this.#state.value, task: this.#task.value.trim().replace(/\s+/g, ' ') });
      this.#task.value = '';
    });
    byId('stops-add-blocked', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#longer.validity.valid) this.#set({ ...this.#stops, blocked: this.#longer.valueAsNumber });
    });
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#names.replaceChildren(
      ...this.#names_of().map((name) => {
        const option = make('option');
        option.value = name;
        return option;
      }),
    );
    this.#show();
    this.#dialog.showModal();
  }

  #add(stop: { state: string; task: string }): void {
    const there = this.#stops.states.some((one) => one.state === stop.state && one.task === stop.task);
    if (!there) this.#set({ ...this.#stops, states: [...this.#stops.states, stop] });
  }

  #set(stops: StopConditions): void {
    this.#stops = stops;
    this.#changed(asLines(stops));
    this.#show();
  }

  #show(): void {
    const { states, blocked } = this.#stops;
    const row = (words: string, without: StopConditions): HTMLElement => {
      const item = make('li');
      const away = button('×', () => {
        this.#set(without);
        this.#dialog.focus();
      }, 'icon');
      away.setAttribute('aria-label', `Do not stop when ${words}`);
      item.append(make('span', '', words), away);
      return item;
    };
    const rows = states.map((one) =>
      row(inWords(one), { states: states.filter((other) => other !== one), blocked }),
    );
    if (blocked !== null) rows.push(row(`a step holds the loop for more than ${blocked}\u00a0s`, { states, blocked: null }));
    this.#list.replaceChildren(...rows);
    this.#list.hidden = rows.length === 0;
    this.#none.hidden = rows.length > 0;
    this.#opener.classList.toggle('on', rows.length > 0);
  }
}
