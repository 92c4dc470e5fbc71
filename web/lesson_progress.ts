// How far somebody came, kept in this browser and nowhere else. What it reads may be anything: somebody else's, old, cut.

import { browserShelf, type Shelf } from './draft.ts';

export interface Steps {
  guess: 'right' | 'wrong' | 'skipped' | null;
  changed: boolean;
  built: boolean;
}
const kKey = 'simul.lessons';
const kMost = 200;
const nothing = (): Steps => ({ guess: null, changed: false, built: false });

export class Progress {
  readonly #shelf: Shelf | null;
  readonly #steps = new Map<string, Steps>();

  constructor(shelf: Shelf | null = browserShelf()) {
    this.#shelf = shelf;
    try {
      const kept: unknown = JSON.parse(shelf?.getItem(kKey) ?? '{}');
      if (typeof kept !== 'object' || kept === null) return;
      for (const [id, value] of Object.entries(kept).slice(0, kMost)) {
        const { guess, changed, built } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Steps>;
        const known = guess === 'right' || guess === 'wrong' || guess === 'skipped' ? guess : null;
        this.#steps.set(id, { guess: known, changed: changed === true, built: built === true });
      }
    } catch {
      // As if nothing had been done yet.
    }
  }

  of(id: string): Steps {
    return this.#steps.get(id) ?? nothing();
  }
  // A first guess stays: who asks again knows the answer.
  note(id: string, change: Partial<Steps>): void {
    const now = this.of(id);
    const guess = now.guess === null || now.guess === 'skipped' ? (change.guess ?? now.guess) : now.guess;
    this.#steps.set(id, {
      guess,
      changed: now.changed || change.changed === true,
      built: now.built || change.built === true,
    });
    try {
      this.#shelf?.setItem(kKey, JSON.stringify(Object.fromEntries(this.#steps)));
    } catch {
      // Then it lasts until the page is closed.
    }
  }
  // A lesson is done once its question was met; a puzzle, once it is won.
  done(id: string): boolean {
    const { guess, built } = this.of(id);
    return guess !== null || built;
  }
}
