// The Problems panel: what keeps the program from running, in CPython's words, with the place; and why its last run stood
// still, if it did.

import { byId, make } from './dom.ts';
import type { Diagnostic, Standstill } from './simul.ts';

export class Problems {
  readonly #list = byId('problems', HTMLElement);
  readonly #empty = byId('problems-empty', HTMLElement);
  readonly #count = byId('problems-count', HTMLElement);
  readonly #goTo: (offset: number) => void;
  #items: readonly Diagnostic[] = [];
  #run: readonly Standstill[] = [];
  #goToRunLine: (line: number) => void = () => undefined;

  constructor(goTo: (offset: number) => void) {
    this.#goTo = goTo;
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
    this.#draw();
  }

  // Who waits for whom in the run that is shown; its lines are those of the text that was started.
  showRun(items: readonly Standstill[], goToRunLine: (line: number) => void): void {
    this.#goToRunLine = goToRunLine;
    if (JSON.stringify(items) === JSON.stringify(this.#run)) return;
    this.#run = items;
    this.#draw();
  }

  #draw(): void {
    const rows = [...this.#items.map((item) => this.#row(item)), ...this.#run.map((item) => this.#wait(item))];
    this.#list.replaceChildren(...rows);
    this.#list.hidden = rows.length === 0;
    this.#empty.hidden = rows.length > 0;
    this.#count.textContent = String(rows.length);
    this.#count.hidden = rows.length === 0;
  }

  #row(item: Diagnostic): HTMLElement {
    const row = make('li', item.severity);
    const link = this.#link(item.line, `${item.type}: ${item.message}`, () => this.#goTo(item.from));
    if (item.hint) link.append(make('span', 'hint', item.hint));
    row.append(link);
    return row;
  }

  #wait(item: Standstill): HTMLElement {
    const row = make('li', item.cycle ? 'error' : 'warning');
    row.append(this.#link(item.line, item.text, () => item.line > 0 && this.#goToRunLine(item.line)));
    return row;
  }

  #link(line: number, message: string, press: () => void): HTMLElement {
    const link = make('button', 'problem');
    link.type = 'button';
    link.append(make('span', 'place', line > 0 ? `line ${line}` : ''), make('span', 'message', message));
    link.addEventListener('click', press);
    return link;
  }
}
