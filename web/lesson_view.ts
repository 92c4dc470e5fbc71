// One lesson from its question to what is built: ask, run, truth beside the guess, why, change, build. Each part appears
// below the one before.

import { button, make } from './dom.ts';
import { bring, card, ChallengeBox, type Desk, missed } from './lesson_challenge.ts';
import { type Change, changed, type Lesson, slidePlace } from './lesson_format.ts';
import type { Steps } from './lesson_progress.ts';
import { type Asked, ask } from './lesson_question.ts';
import type { Run } from './lesson_run.ts';
import { inline, paragraphs, program } from './lesson_text.ts';

export interface View {
  readonly element: HTMLElement;
  readonly title: HTMLElement; // where the focus goes first
  holds(): boolean; // nothing may run yet
  nudge(): void; // somebody tried
  ran(run: Run): void;
}
export interface LessonOwner {
  asking(on: boolean): void;
  note(steps: Partial<Steps>): void;
}

const kHow = {
  order: 'Drag the lines, or use their arrows.',
  time: 'Click on the axis, or pull the mark; arrow keys move it too.',
  choose: 'Choose one.',
};

export class LessonView implements View {
  readonly element = make('article', 'lesson');
  readonly title: HTMLElement;
  readonly #lesson: Lesson;
  readonly #desk: Desk;
  readonly #owner: LessonOwner;
  readonly #asked: Asked;
  readonly #ask = make('section', 'ask');
  readonly #answer = button('Guess and run', () => this.#guessed(this.#asked.answer()), 'primary');
  readonly #after = make('div', 'after');
  readonly #build: ChallengeBox;
  #stage: 'ask' | 'run' | 'why' | 'change' | 'build' = 'ask';
  #guess: string[] | null = null;
  #changeSaid = make('div', 'said');

  // met: the question was answered before, and the text in the editor stays.
  constructor(lesson: Lesson, desk: Desk, owner: LessonOwner, met: boolean) {
    this.#lesson = lesson;
    this.#desk = desk;
    this.#owner = owner;
    this.title = make('h2', '', lesson.title);
    this.title.tabIndex = -1;
    this.#build = new ChallengeBox(lesson.build, desk, () => owner.note({ built: true }));
    this.#asked = ask(lesson.question, { changed: () => this.#ready(), say: (words) => desk.say(words) });
    const code = make('div', 'phone-only');
    code.append(program(lesson.program));
    this.#ask.append(inline(make('h3'), lesson.question.ask), make('p', 'how', kHow[lesson.question.kind]), this.#asked.element);
    const buttons = make('div', 'buttons');
    buttons.append(this.#answer, button('Skip, just run it', () => this.#guessed(null)));
    this.#ask.append(buttons);
    this.element.append(this.title, ...paragraphs(lesson.text), code, this.#ask, this.#after);
    this.#ready();
    if (met) this.#met();
    else this.#askIt();
  }

  #askIt(): void {
    this.#stage = 'ask';
    this.#ask.hidden = false;
    this.#after.replaceChildren();
    this.#desk.open(this.#lesson.program);
    this.#owner.asking(true);
  }
  #met(): void {
    this.#stage = 'why';
    this.#ask.hidden = true;
    this.#after.replaceChildren(
      card('good', 'You have met this question.', paragraphs(this.#lesson.why)),
      this.#onward(button('Ask me again', () => this.#askIt())),
    );
  }
  // The way on to the change, with another way beside it.
  #onward(other: HTMLElement): HTMLElement {
    const on = button('Change one thing', () => this.#toChange(on), 'primary');
    const buttons = make('div', 'buttons');
    buttons.append(other, on);
    return buttons;
  }

  holds(): boolean {
    return this.#stage === 'ask';
  }
  nudge(): void {
    this.#ask.classList.remove('nudged');
    void this.#ask.offsetWidth; // or the animation would not begin anew
    this.#ask.classList.add('nudged');
    bring(this.#ask);
    this.#desk.say('Guess first, or skip the question: then it runs.');
  }

  ran(run: Run): void {
    if (this.#stage === 'run') this.#truth(run);
    else if (this.#stage === 'change') this.#changedAnd(run);
    else if (this.#stage === 'build') this.#build.ran(run);
  }

  #ready(): void {
    this.#answer.disabled = this.#asked.answer() === null;
  }

  #guessed(guess: string[] | null): void {
    this.#guess = guess;
    this.#stage = 'run';
    this.#owner.asking(false);
    const runs = card('help', 'It runs …', 'Watch who comes when. The truth comes here when it is over.');
    this.#after.replaceChildren(runs);
    this.#ask.hidden = true;
    if (this.#desk.text() !== this.#lesson.program) this.#desk.open(this.#lesson.program);
    runs.querySelector('h4')?.focus();
    this.#desk.start();
  }

  #truth(run: Run): void {
    if (run.stopped === true) {
      const again = card('help', 'You stopped it.', 'Only the whole run can answer the question.');
      again.append(button('Run it again', () => this.#guessed(this.#guess)));
      this.#after.replaceChildren(again);
      return;
    }
    const verdict = this.#asked.verdict(this.#guess, run);
    if (verdict === null) {
      const again = card('help', 'That was another program.', 'Its run cannot answer the question.');
      again.append(button('Run the lesson’s program', () => this.#guessed(this.#guess)));
      this.#after.replaceChildren(again);
      return;
    }
    this.#stage = 'why';
    const { right, reply, truth } = verdict;
    this.#owner.note({ guess: this.#guess === null ? 'skipped' : right ? 'right' : 'wrong' });
    const wrong = reply === null ? 'It went another way.' : 'Not so, and you are not the only one.';
    const title = this.#guess === null ? 'This is what happens.' : right ? 'You saw it coming.' : wrong;
    const why = paragraphs(this.#lesson.why);
    if (reply !== null && !(this.#guess === null)) why.unshift(inline(make('p', 'reply'), reply));
    const told = card(right || this.#guess === null ? 'good' : 'help', title, why);
    const watch = button('Watch it again', () => (this.#desk.goTo('watch'), this.#desk.start()));
    const ran = make('section', 'ran');
    ran.append(inline(make('h3'), this.#guess === null ? 'The run' : 'The run, beside your guess'), truth);
    this.#after.replaceChildren(ran, told, this.#onward(watch));
    told.querySelector('h4')?.focus({ preventScroll: true });
    bring(ran, 'start');
  }

  #toChange(pressed: HTMLElement): void {
    pressed.remove();
    this.#stage = 'change';
    const { change } = this.#lesson;
    const part = make('section', 'change');
    const head = make('h3', '', 'Change one thing');
    head.tabIndex = -1;
    const onward = button('Now build one', () => this.#toBuild(onward), 'link');
    if (this.#desk.text() !== this.#lesson.program) this.#desk.open(this.#lesson.program);
    part.append(head, ...paragraphs(change.text), this.#control(change), this.#changeSaid, onward);
    this.#after.append(part);
    head.focus({ preventScroll: true });
    bring(part, 'start');
  }

  #control(change: Change): HTMLElement {
    const box = make('div', 'control');
    const buttons = make('div', 'buttons');
    if (change.kind === 'edit') {
      const diff = make('div', 'diff');
      diff.append(...differing(change.find, change.replace));
      const both = button('Change it and run', () => {
        const now = changed(this.#desk.text(), change, 0);
        if (now === null) return this.#lost();
        const at = this.#desk.text().indexOf(change.find);
        this.#desk.edit(at, at + change.find.length, change.replace);
        both.textContent = 'Run it';
        this.#desk.start();
      }, 'primary');
      const again = button('Run it', () => this.#desk.start(), 'primary');
      both.addEventListener('click', () => both.replaceWith(again), { once: true });
      buttons.append(both);
      box.append(diff, buttons);
      return box;
    }
    const input = make('input');
    const value = make('output', 'value', `${change.value}`);
    Object.assign(input, { type: 'range', min: String(change.from), max: String(change.to), step: String(change.step), value: change.value });
    input.setAttribute('aria-label', `The number in ${change.before}…${change.behind}`);
    input.addEventListener('input', () => {
      const place = slidePlace(this.#desk.text(), change);
      if (place === null) return this.#lost();
      value.textContent = String(input.valueAsNumber);
      this.#desk.edit(place.from, place.to, String(input.valueAsNumber));
    });
    const line = make('div', 'slide');
    const code = make('code');
    code.append(change.before, value, change.behind);
    line.append(code, input);
    buttons.append(button('Run it', () => this.#desk.start(), 'primary'));
    box.append(line, buttons);
    return box;
  }
  #lost(): void {
    const box = card('help', 'The place is no longer there.', 'You have edited that line. Put the lesson’s program back to use this.');
    box.append(button('Put it back', () => (this.#desk.open(this.#lesson.program), this.#changeSaid.replaceChildren())));
    this.#changeSaid.replaceChildren(box);
    bring(box);
  }

  #changedAnd(run: Run): void {
    const { change } = this.#lesson;
    const miss = missed(change.musts, run);
    const box = miss === null ? card('good', 'So it is.', change.after) : card('help', run.stopped === true ? 'You stopped it.' : 'Not that yet.', miss.hint);
    if (miss === null) this.#owner.note({ changed: true });
    this.#changeSaid.replaceChildren(box);
    this.#desk.say(box.textContent ?? '');
    bring(box);
  }

  #toBuild(pressed: HTMLElement): void {
    // Its run would be judged as what is built.
    pressed.parentElement?.querySelector('.control')?.remove();
    pressed.remove();
    this.#stage = 'build';
    this.#build.begin();
    const part = make('section', 'build');
    const head = make('h3', '', 'Build one');
    head.tabIndex = -1;
    part.append(head, this.#build.element);
    this.#after.append(part);
    head.focus({ preventScroll: true });
    bring(part, 'start');
  }
}

// The lines of an edit, those that go before those that come.
function differing(find: string, replace: string): HTMLElement[] {
  const [old, now] = [find.split('\n'), replace.split('\n')];
  const row = (kind: string, sign: string, text: string): HTMLElement => {
    const line = make('div', kind);
    line.append(make('span', 'sign-of', sign), make('span', '', text === '' ? ' ' : text));
    return line;
  };
  const kept = now.filter((line) => old.includes(line));
  return [
    ...old.filter((line) => !kept.includes(line)).map((line) => row('gone', '−', line)),
    ...now.map((line) => (kept.includes(line) ? row('', ' ', line) : row('new', '+', line))),
  ];
}

export class PuzzleView implements View {
  readonly element = make('article', 'lesson puzzle');
  readonly title: HTMLElement;
  readonly #box: ChallengeBox;

  // again: the text in the editor stays.
  constructor(title: string, goal: string, box: ChallengeBox, again: boolean) {
    this.title = make('h2', '', title);
    this.title.tabIndex = -1;
    this.#box = box;
    this.element.append(this.title, inline(make('p', 'goal'), goal), box.element);
    if (!again) box.begin();
  }
  holds(): boolean {
    return false;
  }
  nudge(): void {
    // Nothing is held back.
  }
  ran(run: Run): void {
    this.#box.ran(run);
  }
}
