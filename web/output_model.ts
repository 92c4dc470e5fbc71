// The output's lines, at most kKept of them: what is on the page, and how many are not. No DOM.

import type { OutputChunk, OutputLine } from './simul.ts';

export const kKept = 5000;

// What a chunk means for a list of lines on the page: first take `dropLast` off the end, then add, then trim the front.
export interface OutputChange {
  dropLast: number;
  added: OutputLine[];
  dropFirst: number;
}

export class OutputModel {
  #lines: OutputLine[] = [];
  #total = 0;
  #lost = 0;

  // The index to ask for next: an open line comes again.
  get next(): number {
    return this.#total - (this.#lines.at(-1)?.open === true ? 1 : 0);
  }
  get lines(): readonly OutputLine[] {
    return this.#lines;
  }
  // How many lines of the run are not shown.
  get hidden(): number {
    return Math.max(this.#lost, this.#total - this.#lines.length);
  }
  get text(): string {
    return this.#lines.map((line) => `${line.text}\n`).join('');
  }

  clear(): void {
    this.#lines = [];
    this.#total = 0;
    this.#lost = 0;
  }

  apply(chunk: OutputChunk): OutputChange {
    const dropLast = this.#total > chunk.from ? Math.min(this.#total - chunk.from, this.#lines.length) : 0;
    this.#lines.length -= dropLast;
    const added = chunk.lines.slice(-kKept);
    const dropFirst = Math.max(0, this.#lines.length + added.length - kKept);
    this.#lines = this.#lines.slice(dropFirst).concat(added);
    this.#total = chunk.total;
    this.#lost = chunk.dropped;
    return { dropLast, added, dropFirst };
  }
}
