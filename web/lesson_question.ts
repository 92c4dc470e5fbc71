// The question that comes before the run, in its three kinds, and the truth beside the guess after it.
//
// A question is answered by mouse, touch, or keys alone. The truth is read from the run; of the lesson's file come only the
// replies to what people often guess.

import { button, make } from './dom.ts';
import { holds, timeOf } from './lesson_checks.ts';
import type { Guess, Question } from './lesson_format.ts';
import type { Run } from './lesson_run.ts';
import { inline } from './lesson_text.ts';

export interface Verdict {
  right: boolean;
  reply: string | null; // to this very guess
  truth: HTMLElement; // beside the guess, if there was one
}
export interface Asked {
  readonly element: HTMLElement;
  // Null: nothing is marked yet.
  answer(): string[] | null;
  // guess null: skipped.
  verdict(guess: string[] | null, run: Run): Verdict | null;
}
// changed: there is an answer now, or another one. say: for a screen reader.
export interface Asker {
  changed(): void;
  say(sentence: string): void;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((x, n) => x === b[n]);
const replyTo = (guesses: readonly Guess[], guess: string[] | null): string | null =>
  guesses.find((one) => guess !== null && same(one.answer, guess))?.reply ?? null;
const nth = (n: number): string => `${n}${['th', 'st', 'nd', 'rd'][n % 100 > 10 && n % 100 < 14 ? 0 : n % 10] ?? 'th'}`;
const short = (value: number): string => String(Number(value.toFixed(3)));

export function ask(question: Question, asker: Asker): Asked {
  if (question.kind === 'order') return new Order(question, asker);
  return question.kind === 'time' ? new Mark(question, asker) : new Choice(question, asker);
}

class Order implements Asked {
  readonly element = make('ol', 'order');
  readonly #question: Question & { kind: 'order' };
  readonly #asker: Asker;

  constructor(question: Question & { kind: 'order' }, asker: Asker) {
    this.#question = question;
    this.#asker = asker;
    this.element.append(...question.lines.map((line) => this.#row(line)));
    this.#count();
  }
  answer(): string[] {
    return this.#rows.map((row) => row.dataset['line'] ?? '');
  }

  verdict(guess: string[] | null, run: Run): Verdict | null {
    const truth = run.lines.map((line) => line.text);
    const list = make('ol', 'order truth');
    const places = new Map<string, number[]>();
    guess?.forEach((line, n) => places.set(line, [...(places.get(line) ?? []), n]));
    for (const [n, line] of run.lines.entries()) {
      const row = make('li', guess === null ? '' : guess[n] === line.text ? 'right' : 'wrong');
      const mine = places.get(line.text)?.find((place) => place === n) ?? places.get(line.text)?.shift();
      const verdict = guess === null ? '' : guess[n] === line.text ? 'right' : `you: ${nth((mine ?? 0) + 1)}`;
      row.append(make('span', 'place', String(n + 1)), make('span', 'line-text', line.text));
      row.append(make('span', 'when', `${line.time_s.toFixed(2)} s`), make('span', 'mark', verdict));
      list.append(row);
    }
    const known = same([...truth].sort(), [...this.#question.lines].sort());
    if (!known) return null; // another program ran
    return { right: guess !== null && same(guess, truth), reply: replyTo(this.#question.guesses, guess), truth: list };
  }

  get #rows(): HTMLElement[] {
    return [...this.element.children].filter((one): one is HTMLElement => one instanceof HTMLElement);
  }
  #row(line: string): HTMLElement {
    const row = make('li');
    row.dataset['line'] = line;
    const up = button('', () => this.#move(row, -1), 'icon');
    const down = button('', () => this.#move(row, 1), 'icon');
    up.append(make('span', 'up'));
    down.append(make('span', 'down'));
    up.setAttribute('aria-label', `Move “${line}” up`);
    down.setAttribute('aria-label', `Move “${line}” down`);
    row.append(make('span', 'place'), make('span', 'line-text', line), up, down);
    row.addEventListener('pointerdown', (event) => this.#drag(row, event));
    return row;
  }
  #count(): void {
    const rows = this.#rows;
    rows.forEach((row, n) => {
      (row.querySelector('.place') as HTMLElement).textContent = String(n + 1);
      const [up, down] = row.querySelectorAll('button');
      // Not disabled: that would take the focus away from who moves a line by keys.
      up?.setAttribute('aria-disabled', String(n === 0));
      down?.setAttribute('aria-disabled', String(n === rows.length - 1));
    });
  }
  #place(row: HTMLElement, to: number): boolean {
    const rows = this.#rows;
    const from = rows.indexOf(row);
    if (to < 0 || to >= rows.length || to === from) return false;
    // The others go round it: what is taken out of the document under a finger takes the touch's end with it, and Chromium
    // then loses the taps that follow.
    if (to > from) row.before(...rows.slice(from + 1, to + 1));
    else row.after(...rows.slice(to, from));
    this.#count();
    return true;
  }
  #move(row: HTMLElement, by: number): void {
    if (!this.#place(row, this.#rows.indexOf(row) + by)) return;
    this.#asker.say(`${row.dataset['line']} is ${nth(this.#rows.indexOf(row) + 1)} of ${this.#rows.length}.`);
    this.#asker.changed();
  }
  #drag(row: HTMLElement, down: PointerEvent): void {
    if (down.button !== 0 || (down.target instanceof Element && down.target.closest('button') !== null)) return;
    down.preventDefault();
    row.setPointerCapture(down.pointerId);
    row.classList.add('held');
    let grip = down.clientY - row.getBoundingClientRect().top;
    const move = (event: PointerEvent): void => {
      row.style.translate = '';
      const rows = this.#rows;
      const height = row.offsetHeight;
      const middle = event.clientY - grip + height / 2;
      const to = rows.findIndex((one) => one !== row && middle >= one.getBoundingClientRect().top && middle < one.getBoundingClientRect().bottom);
      if (to >= 0) this.#place(row, to);
      row.style.translate = `0 ${event.clientY - grip - row.getBoundingClientRect().top}px`;
    };
    const end = (): void => {
      row.style.translate = '';
      row.classList.remove('held');
      row.removeEventListener('pointermove', move);
      grip = 0;
      this.#asker.changed();
    };
    row.addEventListener('pointermove', move);
    row.addEventListener('lostpointercapture', end, { once: true });
  }
}

class Mark implements Asked {
  readonly element = make('div', 'axis');
  readonly #question: Question & { kind: 'time' };
  readonly #input = make('input');
  #marked = false;

  constructor(question: Question & { kind: 'time' }, asker: Asker) {
    this.#question = question;
    const { from, to, step } = question;
    const value = make('output', 'value', 'mark a time');
    Object.assign(this.#input, { type: 'range', min: String(from), max: String(to), step: String(step), value: String(from) });
    this.#input.setAttribute('aria-label', 'The time, in seconds');
    this.#input.setAttribute('aria-valuetext', 'not marked yet');
    const mark = (): void => {
      this.#marked = true;
      this.element.classList.add('marked');
      value.textContent = `${short(this.#input.valueAsNumber)} s`;
      this.#input.setAttribute('aria-valuetext', `${short(this.#input.valueAsNumber)} seconds`);
      asker.changed();
    };
    this.#input.addEventListener('input', mark);
    // A click on the beginning of the axis changes no value, and is an answer too.
    this.#input.addEventListener('click', mark);
    this.#input.addEventListener('keydown', (event) => {
      if (event.key === ' ' || event.key === 'Home') mark();
    });
    this.element.append(value, this.#input, this.#ruler());
  }
  answer(): string[] | null {
    return this.#marked ? [short(this.#input.valueAsNumber)] : null;
  }

  verdict(guess: string[] | null, run: Run): Verdict | null {
    const time = timeOf(this.#question.of, run);
    if (time === null) return null;
    const mine = guess === null ? null : Number(guess[0]);
    const right = mine !== null && Math.abs(mine - time) <= Math.max(run.slack_s, this.#question.step / 2 - 1e-9);
    const box = make('div', 'axis truth');
    const lane = make('div', 'lane');
    lane.append(this.#pin(time, 'run', `${short(Number(time.toFixed(2)))} s`));
    if (mine !== null && !right) lane.append(this.#pin(mine, 'mine', `you: ${short(mine)} s`));
    box.append(lane, this.#ruler());
    if (right) box.classList.add('right');
    return { right, reply: replyTo(this.#question.guesses, guess), truth: box };
  }

  #at(time: number): string {
    const { from, to } = this.#question;
    return `${Math.min(100, Math.max(0, ((time - from) / (to - from)) * 100))}%`;
  }
  #pin(time: number, kind: string, text: string): HTMLElement {
    const pin = make('span', `pin ${kind}`, text);
    pin.style.left = this.#at(time);
    const share = Number.parseFloat(this.#at(time));
    if (share > 80) pin.classList.add('at-end');
    else if (share < 20) pin.classList.add('at-start');
    return pin;
  }
  #ruler(): HTMLElement {
    const ruler = make('div', 'ruler');
    ruler.setAttribute('aria-hidden', 'true');
    const { from, to, step } = this.#question;
    const count = Math.round((to - from) / step);
    const every = Math.max(1, Math.ceil(count / 8));
    for (let n = 0; n <= count; n++) {
      const tick = make('span', n % every === 0 ? 'tick named' : 'tick', n % every === 0 ? short(from + n * step) : '');
      tick.style.left = this.#at(from + n * step);
      ruler.append(tick);
    }
    return ruler;
  }
}

let groups = 0;
class Choice implements Asked {
  readonly element = make('fieldset', 'choice');
  readonly #question: Question & { kind: 'choose' };

  constructor(question: Question & { kind: 'choose' }, asker: Asker) {
    this.#question = question;
    const legend = make('legend', 'unseen', question.ask);
    this.element.append(legend);
    const name = `choice-${groups++}`;
    question.options.forEach((option, n) => {
      const input = make('input');
      Object.assign(input, { type: 'radio', name, value: String(n) });
      input.addEventListener('change', () => asker.changed());
      const label = make('label');
      label.append(input, inline(make('span'), option.text));
      this.element.append(label);
    });
  }
  answer(): string[] | null {
    const chosen = this.element.querySelector<HTMLInputElement>('input:checked');
    return chosen === null ? null : [this.#question.options[Number(chosen.value)]?.text ?? ''];
  }

  verdict(guess: string[] | null, run: Run): Verdict | null {
    const truth = this.#question.options.find((option) => holds(option.check, run));
    if (truth === undefined) return null;
    const list = make('ul', 'choice truth');
    for (const option of this.#question.options) {
      const mine = guess !== null && option.text === guess[0];
      const row = make('li', option === truth ? 'right' : mine ? 'wrong' : '');
      const said = option === truth ? (mine ? 'right' : 'this happened') : mine ? 'your guess' : '';
      row.append(inline(make('span'), option.text), make('span', 'mark', said));
      list.append(row);
    }
    const chosen = this.#question.options.find((option) => option.text === guess?.[0]);
    return { right: chosen === truth, reply: (chosen ?? truth).reply, truth: list };
  }
}
