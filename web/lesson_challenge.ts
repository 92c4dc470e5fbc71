// What is to be built or won: the task, runs that are judged, a sentence that helps, in the end a solution for who wants it.

import { button, make, plural } from './dom.ts';
import { holds } from './lesson_checks.ts';
import type { Challenge, Must } from './lesson_format.ts';
import type { Run } from './lesson_run.ts';
import { inline, paragraphs } from './lesson_text.ts';

// What a part of a lesson may do with the page.
export interface Desk {
  readonly narrow: boolean;
  text(): string;
  open(code: string): void;
  edit(from: number, to: number, text: string): void;
  start(): void;
  goTo(pane: 'code' | 'watch'): void;
  say(sentence: string): void;
}

export const missed = (musts: readonly Must[], run: Run): Must | null => musts.find((must) => !holds(must.check, run)) ?? null;

// kind: good, or a help; the title is where the focus goes.
export function card(kind: 'good' | 'help', title: string, text: string | HTMLElement[]): HTMLElement {
  const box = make('div', `card-said ${kind}`);
  const head = make('h4', '', title);
  head.tabIndex = -1;
  box.append(head, ...(typeof text === 'string' ? [inline(make('p'), text)] : text));
  return box;
}
export function bring(element: HTMLElement, block: ScrollLogicalPosition = 'nearest'): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' });
}

const kShowAfter = 2; // attempts until a solution is offered

export class ChallengeBox {
  readonly element = make('div', 'challenge');
  readonly #challenge: Challenge;
  readonly #desk: Desk;
  readonly #won: () => void;
  readonly #said = make('div', 'said');
  readonly #solution = button('Show a solution', () => this.#show(), 'link');
  #attempts = 0;
  #next = 0; // the solution to show
  #shown = false;

  constructor(challenge: Challenge, desk: Desk, won: () => void) {
    this.#challenge = challenge;
    this.#desk = desk;
    this.#won = won;
    const run = button('Run it', () => desk.start(), 'primary');
    const over = button('Start over', () => this.begin());
    const code = button('To the program', () => desk.goTo('code'), 'phone-only');
    const buttons = make('div', 'buttons');
    buttons.append(run, code, over);
    this.#solution.hidden = true;
    this.element.append(...paragraphs(challenge.text), buttons, this.#said, this.#solution);
  }

  // The program to begin with is in the editor after this.
  begin(): void {
    this.#desk.open(this.#challenge.start);
    this.#shown = false;
    this.#said.replaceChildren();
  }

  ran(run: Run): void {
    const miss = missed(this.#challenge.musts, run);
    if (miss === null && run.stopped !== true) {
      const how =
        this.#shown ? 'That was the solution that you were shown. Change it, and see what still holds.'
        : this.#attempts === 0 ? 'At the first attempt.'
        : `After ${plural(this.#attempts, 'attempt')} that taught something.`;
      this.#tell(card('good', 'That is it.', how));
      if (!this.#shown) this.#won();
      this.#solution.textContent = this.#challenge.solutions.length > 1 ? 'Show how else' : 'Show our way';
      this.#solution.hidden = false;
      return;
    }
    this.#attempts++;
    const hint = miss === null ? 'It was on a good way: let it come to its end.' : miss.hint;
    const error = run.status === 'error' && run.exception !== null ? `${run.exception}. ` : '';
    this.#tell(card('help', run.stopped === true ? 'You stopped it.' : 'Not yet.', `${error}${hint}`));
    this.#solution.hidden = this.#attempts < kShowAfter;
  }

  #tell(box: HTMLElement): void {
    this.#said.replaceChildren(box);
    this.#desk.say(box.textContent ?? '');
    bring(box);
  }
  #show(): void {
    this.#desk.open(this.#challenge.solutions[this.#next] ?? '');
    this.#next = (this.#next + 1) % this.#challenge.solutions.length;
    this.#shown = true;
    this.#tell(card('help', 'A solution is in the editor.', 'Read it, run it, and watch what it does. Undo in the editor brings yours back.'));
  }
}
