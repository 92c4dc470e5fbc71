// What the person wrote, kept in this browser: the draft, and the one before it when a link or an example took its place.

import { kUsual, type Scenario } from './share.ts';

export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const kDraft = 'simul.draft';
const kVisited = 'simul.visited';
const kEarlier = 'simul.draft.earlier';

// Some browsers throw at the mere mention of localStorage.
export function browserShelf(): Shelf | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

// Keeps nothing beyond this page.
export function memoryShelf(): Shelf {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

// True once in this browser; never where nothing can be kept.
export function firstVisit(shelf: Shelf | null = browserShelf()): boolean {
  try {
    if (shelf === null || shelf.getItem(kVisited) !== null) return false;
    shelf.setItem(kVisited, '1');
    return true;
  } catch {
    return false;
  }
}

export class Drafts {
  readonly #shelf: Shelf | null;
  #complained = false;

  constructor(shelf: Shelf | null) {
    this.#shelf = shelf;
  }

  // Null, or one sentence why it could not be kept: said once, until keeping works again.
  save(draft: Scenario): string | null {
    try {
      if (this.#shelf === null) throw new Error('no storage');
      this.#shelf.setItem(kDraft, JSON.stringify(draft));
      this.#complained = false;
      return null;
    } catch (error) {
      if (this.#complained) return null;
      this.#complained = true;
      return isFull(error)
        ? 'The browser’s storage is full, so this draft is not kept: use Share, or copy the text, before you leave.'
        : 'This browser does not let the page keep drafts: use Share, or copy the text, before you leave.';
    }
  }

  load(): Scenario | null {
    return this.#read(kDraft);
  }

  // Puts a draft aside that something else is about to replace.
  putAside(draft: Scenario): void {
    try {
      this.#shelf?.setItem(kEarlier, JSON.stringify(draft));
    } catch {
      // Undo in the editor still has it.
    }
  }
  earlier(): Scenario | null {
    return this.#read(kEarlier);
  }

  #read(key: string): Scenario | null {
    try {
      const kept: unknown = JSON.parse(this.#shelf?.getItem(key) ?? 'null');
      // Of an earlier version a setting may be missing.
      return isScenario(kept) ? { ...kept, settings: { ...kUsual, ...kept.settings } } : null;
    } catch {
      return null;
    }
  }
}

const isFull = (error: unknown): boolean => error instanceof Error && /quota/i.test(error.name + error.message);

function isScenario(value: unknown): value is Scenario {
  if (typeof value !== 'object' || value === null) return false;
  const { text, settings, example } = value as Partial<Record<keyof Scenario, unknown>>;
  if (typeof text !== 'string' || !(example === null || typeof example === 'string')) return false;
  if (typeof settings !== 'object' || settings === null) return false;
  const { mode, speed, seed, costNs } = settings as Partial<Record<keyof Scenario['settings'], unknown>>;
  return (
    (mode === 'live' || mode === 'instant') &&
    [speed, seed, costNs].every((n) => typeof n === 'number' && Number.isFinite(n))
  );
}
