// The gallery: every example under its title, with what to look for, and what CPython really does where a text was wrong.

import { examples } from 'simul-gallery';
import { button, byId, make } from './dom.ts';
import type { Example } from './gallery_header.ts';
import type { Scenario } from './share.ts';

export const opening: Example = (() => {
  const first = examples[0];
  if (first === undefined) throw new Error('examples/ is empty');
  return first;
})();
// Programs that are not the gallery's but come with a title of their own: a lesson's.
const lent = new Map<string, Example>();
export const lend = (example: Example): void => void lent.set(example.id, example);
// Links made before 2026-11-22 say "79b_parallel_map" where the number had a letter.
export const exampleById = (id: string | null): Example | null =>
  examples.find((one) => one.id === id?.replace(/^\d+[a-z]_/, '')) ?? lent.get(id ?? '') ?? null;

export class Gallery {
  readonly #dialog = byId('gallery', HTMLDialogElement);
  readonly #list = byId('gallery-list', HTMLElement);
  readonly #search = byId('gallery-search', HTMLInputElement);
  readonly #none = byId('gallery-none', HTMLElement);
  readonly #pick: (example: Example) => void;
  readonly #bringBack: (draft: Scenario) => void;

  constructor(pick: (example: Example) => void, bringBack: (draft: Scenario) => void) {
    this.#pick = pick;
    this.#bringBack = bringBack;
    this.#search.addEventListener('input', () => this.#filter());
  }

  // now: the example that is open; earlier: a draft that something else took the place of.
  open(now: string | null, earlier: Scenario | null): void {
    this.#list.replaceChildren();
    if (earlier !== null) this.#list.append(this.#earlier(earlier));
    for (const group of new Set(examples.map((one) => one.group))) {
      const section = make('section');
      const rows = examples.filter((one) => one.group === group).map((one) => this.#row(one, one.id === now));
      const grid = make('div', 'grid');
      grid.append(...rows);
      section.append(make('h3', 'caps', group), grid);
      this.#list.append(section);
    }
    this.#search.value = '';
    this.#filter();
    this.#dialog.showModal();
    this.#list.scrollTop = 0;
  }

  #row(example: Example, open: boolean): HTMLElement {
    const row = button('', () => (this.#dialog.close(), this.#pick(example)), 'card');
    row.dataset['example'] = example.id;
    if (open) row.setAttribute('aria-current', 'true');
    row.append(make('strong', '', example.title), make('span', 'look', example.look_for));
    if (example.truth !== null) row.append(make('span', 'truth', example.truth));
    if (example.from !== 'Simul') row.append(make('span', 'from', `From ${example.from}`));
    return row;
  }

  #earlier(draft: Scenario): HTMLElement {
    const section = make('section');
    const row = button('', () => (this.#dialog.close(), this.#bringBack(draft)), 'card');
    const first = draft.text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('import')) ?? '';
    row.append(
      make('strong', '', exampleById(draft.example)?.title ?? 'Your own program'),
      make('span', 'look', `${draft.text.split('\n').length} lines, with “${first.trim().slice(0, 60)}”`),
    );
    const grid = make('div', 'grid');
    grid.append(row);
    section.append(make('h3', 'caps', 'Your earlier draft'), grid);
    return section;
  }

  #filter(): void {
    const words = this.#search.value.toLowerCase().split(/\s+/);
    let any = false;
    for (const section of this.#list.querySelectorAll<HTMLElement>('section')) {
      let some = false;
      for (const card of section.querySelectorAll<HTMLElement>('.card')) {
        const code = exampleById(card.dataset['example'] ?? null)?.code ?? '';
        const text = `${card.textContent ?? ''} ${code}`.toLowerCase();
        card.hidden = !words.every((word) => text.includes(word));
        some ||= !card.hidden;
      }
      section.hidden = !some;
      any ||= some;
    }
    this.#none.hidden = any;
  }
}
