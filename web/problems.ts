// The Problems panel: what keeps the program from running, in CPython's words, with the place; and remarks about asyncio with
// the edit that mends them.

import { byId, make } from './dom.ts';
import type { Diagnostic, Fix } from './simul.ts';

// What the count is coloured by.
const worst = (items: readonly Diagnostic[]): Diagnostic['severity'] =>
  (['error', 'warning'] as const).find((kind) => items.some((item) => item.severity === kind)) ?? 'info';

export class Problems {
  readonly #list = byId('problems', HTMLElement);
  readonly #empty = byId('problems-empty', HTMLElement);
  readonly #count = byId('problems-count', HTMLElement);
  readonly #goTo: (offset: number) => void;
  readonly #mend: (fix: Fix) => void;
  #items: readonly Diagnostic[] = [];

  constructor(goTo: (offset: number) => void, mend: (fix: Fix) => void) {
    this.#goTo = goTo;
    this.#mend = mend;
  }

  get errors(): number {
    return this.#items.filter((item) => item.severity === 'error').length;
  }
  get first(): Diagnostic | null {
    return this.#items.find((item) => item.severity === 'error') ?? null;
  }

  show(items: readonly Diagnostic[]): void {
    if (JSON.stringify(items) === JSON.stringify(this.#items)) return;
    this.#items = items;
    this.#list.replaceChildren(...items.map((item) => this.#row(item)));
    this.#list.hidden = items.length === 0;
    this.#empty.hidden = items.length > 0;
    this.#count.textContent = String(items.length);
    this.#count.hidden = items.length === 0;
    this.#count.dataset['worst'] = worst(items);
  }

  #row(item: Diagnostic): HTMLElement {
    const row = make('li', item.severity);
    const link = make('button', 'problem');
    link.type = 'button';
    link.append(make('span', 'place', `line ${item.line}`), make('span', 'message', `${item.type}: ${item.message}`));
    if (item.hint) link.append(make('span', 'hint', item.hint));
    link.addEventListener('click', () => this.#goTo(item.from));
    row.append(link);
    const { fix } = item;
    if (fix) {
      const mend = make('button', 'mend', fix.title);
      mend.type = 'button';
      mend.addEventListener('click', () => this.#mend(fix));
      row.append(mend);
    }
    return row;
  }
}
