// One list to choose from, as a dialog: what to add, what to do with a step, where to put it. The arrows go through it, a
// letter goes to the next choice that begins with it, Enter takes one, Escape none.

import { byId, make, setText } from './dom.ts';

export interface ChoiceItem {
  text: string;
  keys?: string; // the key that does the same without this list
  about?: string;
  code?: string; // what it will write
  kind?: string; // of a step: its colour
  take: () => void;
}
export interface ChoiceGroup {
  title: string;
  items: ChoiceItem[];
}

export class Choice {
  readonly #dialog = byId('choice', HTMLDialogElement);
  readonly #name = byId('choice-name', HTMLElement);
  readonly #list = byId('choice-list', HTMLElement);

  constructor() {
    this.#list.addEventListener('keydown', (event) => this.#key(event));
  }

  open(title: string, groups: readonly ChoiceGroup[]): void {
    setText(this.#name, title);
    this.#list.replaceChildren(...groups.filter((group) => group.items.length > 0).map((group) => this.#group(group)));
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#buttons[0]?.focus();
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.#list.querySelectorAll('button')];
  }

  #group({ title, items }: ChoiceGroup): HTMLElement {
    const box = make('section');
    if (title !== '') box.append(make('h3', 'caps', title));
    const list = make('ul');
    for (const item of items) {
      const row = make('li');
      const press = make('button');
      press.type = 'button';
      if (item.kind !== undefined) press.dataset['kind'] = item.kind;
      const head = make('span', 'head');
      head.append(make('span', 'words', item.text));
      if (item.keys !== undefined) head.append(make('kbd', '', item.keys));
      press.append(head);
      if (item.about !== undefined && item.about !== '') press.append(make('span', 'about', item.about));
      if (item.code !== undefined && item.code !== '') press.append(make('code', '', item.code));
      press.addEventListener('click', () => {
        this.#dialog.close();
        item.take();
      });
      row.append(press);
      list.append(row);
    }
    box.append(list);
    return box;
  }

  #key(event: KeyboardEvent): void {
    const buttons = this.#buttons;
    const at = buttons.findIndex((one) => one === document.activeElement);
    const letter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    let to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (letter) {
      const begins = (one: HTMLButtonElement | undefined): boolean =>
        (one?.textContent ?? '').toLowerCase().startsWith(event.key.toLowerCase());
      for (let n = 1; n <= buttons.length && to === undefined; n++)
        if (begins(buttons[(at + n) % buttons.length])) to = at + n;
    }
    if (to === undefined || buttons.length === 0) return;
    event.preventDefault();
    buttons[(to + buttons.length) % buttons.length]?.focus();
  }
}
