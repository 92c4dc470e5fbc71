// The first minutes: one card that points at the one thing worth doing next, five times, and then never again. It covers
// nothing that it speaks of, waits for nobody, and goes away with Skip, with Escape, or when all is done.

import { button, byId, make } from './dom.ts';
import type { Shelf } from './draft.ts';

const kToured = 'simul.toured';
const kGap = 10; // pixels between the card and what it points at

export interface TourStep {
  title: string;
  words: string;
  // What it points at, in the window's pixels; null: it is not to be seen now.
  target(): DOMRect | null;
  // Brings it into view.
  enter?(): unknown;
}

// True once in this browser; never where nothing can be kept.
export function firstTour(shelf: Shelf | null): boolean {
  try {
    if (shelf === null || shelf.getItem(kToured) !== null) return false;
    shelf.setItem(kToured, '1');
    return true;
  } catch {
    return false;
  }
}

// Where a card of this size stands so that it points at the target and stays within the window.
export function placed(
  target: { left: number; top: number; right: number; bottom: number },
  card: { width: number; height: number },
  window: { width: number; height: number },
): { left: number; top: number; side: 'above' | 'below' } {
  const below = target.bottom + kGap + card.height <= window.height - 8;
  const above = target.top - kGap - card.height >= 8;
  const side = below || !above ? 'below' : 'above';
  const middle = (target.left + target.right) / 2 - card.width / 2;
  const top = side === 'below' ? target.bottom + kGap : target.top - kGap - card.height;
  return {
    left: Math.round(Math.min(Math.max(8, middle), Math.max(8, window.width - card.width - 8))),
    top: Math.round(Math.min(Math.max(8, top), Math.max(8, window.height - card.height - 8))),
    side,
  };
}

export class Tour {
  readonly #card = byId('tour', HTMLElement);
  readonly #make: () => readonly TourStep[];
  #steps: readonly TourStep[] = [];
  #at = -1;
  #moving: ReturnType<typeof setInterval> | null = null;

  // make: the steps, as the page stands when the tour begins.
  constructor(make: () => readonly TourStep[]) {
    this.#make = make;
    addEventListener('resize', () => this.#place());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#at >= 0 && !event.defaultPrevented && document.querySelector('dialog[open]') === null)
        this.end();
    });
  }

  get step(): number {
    return this.#at;
  }

  // focus: somebody asked for it, so the card takes the focus.
  begin(focus: boolean): void {
    this.#steps = this.#make();
    this.#go(0, focus);
  }
  end(): void {
    const had = this.#card.contains(document.activeElement);
    this.#at = -1;
    this.#card.hidden = true;
    this.#card.replaceChildren();
    if (this.#moving !== null) clearInterval(this.#moving);
    this.#moving = null;
    if (had) byId('canvas', HTMLElement).focus();
  }
  // What step `n` asks for was done.
  did(n: number): void {
    if (this.#at === n) this.#go(n + 1, this.#card.contains(document.activeElement));
  }

  #go(to: number, focus: boolean): void {
    const step = this.#steps[to];
    if (step === undefined) return this.end();
    this.#at = to;
    step.enter?.();
    const title = make('h2', '', step.title);
    title.id = 'tour-title';
    const last = to + 1 === this.#steps.length;
    const next = button(last ? 'Done' : 'Next', () => this.#go(to + 1, true), 'primary');
    const ways = make('div', 'ways');
    ways.append(make('span', 'count', `${to + 1} of ${this.#steps.length}`));
    if (!last) ways.append(button('Skip', () => this.end(), 'plain'));
    ways.append(next);
    this.#card.replaceChildren(title, make('p', '', step.words), ways);
    this.#card.hidden = false;
    this.#place();
    if (focus) next.focus();
    // The picture moves under it while a run goes on.
    this.#moving ??= setInterval(() => this.#place(), 250);
  }

  #place(): void {
    const target = this.#steps[this.#at]?.target() ?? null;
    if (this.#at < 0) return;
    const middle = new DOMRect(innerWidth / 2, innerHeight / 2, 0, 0);
    const { left, top, side } = placed(
      target ?? middle,
      { width: this.#card.offsetWidth, height: this.#card.offsetHeight },
      { width: innerWidth, height: innerHeight },
    );
    this.#card.dataset['side'] = target === null ? 'none' : side;
    this.#card.style.left = `${left}px`;
    this.#card.style.top = `${top}px`;
    const point = target === null ? 0 : (target.left + target.right) / 2 - left;
    this.#card.style.setProperty('--point', `${Math.round(Math.min(Math.max(16, point), this.#card.offsetWidth - 16))}px`);
  }
}
