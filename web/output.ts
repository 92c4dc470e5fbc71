// The Output panel: what the program printed, each line with the loop's time. Follows the end unless scrolled away.

import { byId, make, plural, seconds, setText } from './dom.ts';
import { OutputModel } from './output_model.ts';
import type { OutputLine, Simul } from './simul.ts';

export class Output {
  readonly #simul: Simul;
  readonly #model = new OutputModel();
  readonly #panel = byId('panel-output', HTMLElement);
  readonly #list = byId('output', HTMLElement);
  readonly #empty = byId('output-empty', HTMLElement);
  readonly #hidden = byId('output-hidden', HTMLElement);
  readonly #end = byId('output-end', HTMLElement);
  readonly #tail = byId('output-tail', HTMLElement);
  readonly #hint = byId('look', HTMLElement);

  // goTo: the person wants to see the line of the program that printed this.
  constructor(simul: Simul, goTo: (line: number) => void) {
    this.#simul = simul;
    this.#list.addEventListener('click', (event) => {
      const line =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]')?.dataset['line'] : undefined;
      if (line !== undefined && (getSelection()?.isCollapsed ?? true)) goTo(Number(line));
    });
    // By key: up and down through the lines, Enter to the line of the program.
    this.#panel.addEventListener('keydown', (event) => {
      const here = document.activeElement;
      const line = here instanceof HTMLElement && this.#list.contains(here) ? here : null;
      if (event.key === 'Enter' && line?.dataset['line'] !== undefined) goTo(Number(line.dataset['line']));
      const to = event.key === 'ArrowDown' ? line?.nextElementSibling : line?.previousElementSibling;
      const next = line === null ? this.#list.firstElementChild : to;
      if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || !(next instanceof HTMLElement)) return;
      event.preventDefault();
      next.focus();
    });
  }

  get text(): string {
    return this.#model.text;
  }

  clear(): void {
    this.#model.clear();
    this.#list.replaceChildren();
    this.#tail.style.height = '';
    this.#refreshEdges();
  }

  update(): void {
    const chunk = this.#simul.output(this.#model.next);
    if (chunk.total < this.#model.next) {
      // Another run began meanwhile.
      this.clear();
      return this.update();
    }
    const follow = this.#panel.scrollHeight - this.#panel.scrollTop - this.#panel.clientHeight < 24;
    const change = this.#model.apply(chunk);
    for (let n = 0; n < change.dropLast; n++) this.#list.lastElementChild?.remove();
    const added = document.createDocumentFragment();
    for (const line of change.added) added.append(lineElement(line));
    this.#list.append(added);
    for (let n = 0; n < change.dropFirst; n++) this.#list.firstElementChild?.remove();
    this.#refreshEdges();
    if (follow) this.#toEnd();
  }

  // To the last line; and past the hint above the lines, where that would be cut through.
  #toEnd(): void {
    this.#tail.style.height = '';
    this.#panel.scrollTop = this.#panel.scrollHeight;
    if (this.#hint.hidden || this.#panel.scrollTop === 0) return;
    const seen = this.#hint.getBoundingClientRect().bottom - this.#panel.getBoundingClientRect().top;
    if (seen <= 0) return;
    this.#tail.style.height = `${Math.ceil(seen)}px`;
    this.#panel.scrollTop = this.#panel.scrollHeight;
  }

  // sentence: how the run ended, under the last line; empty while it goes on.
  showEnd(sentence: string, bad: boolean): void {
    setText(this.#end, sentence);
    this.#end.hidden = sentence === '';
    this.#end.classList.toggle('bad', bad);
    const near = this.#panel.scrollHeight - this.#panel.scrollTop - this.#panel.clientHeight < 48;
    if (near && sentence !== '') this.#toEnd();
  }

  // Before anything ran, after a run that printed nothing: never an empty panel.
  showEmpty(sentence: string): void {
    setText(this.#empty, sentence);
  }

  #refreshEdges(): void {
    this.#empty.hidden = this.#model.lines.length > 0;
    this.#hidden.hidden = this.#model.hidden === 0;
    setText(
      this.#hidden,
      this.#model.hidden === 0
        ? ''
        : `${plural(this.#model.hidden, 'earlier line is', 'earlier lines are')} not shown.`,
    );
  }
}

function lineElement(line: OutputLine): HTMLElement {
  const row = make('div', line.stream === 'err' ? 'line err' : 'line');
  row.tabIndex = -1;
  row.append(make('span', 'time', seconds(line.t)), make('span', 'text', line.text));
  if (line.line > 0) {
    row.dataset['line'] = String(line.line);
    row.title = `Printed by line ${line.line}: click, or Enter, to go there`;
  }
  return row;
}
