// The lessons' pane: the list with how far one came, one lesson or puzzle, and what each run means for it. The page's first
// load has nothing of this (learn.ts).

import { lessons, look, puzzles } from 'simul-course';
import { button, make, setText } from './dom.ts';
import type { Example } from './gallery_header.ts';
import type { LessonHost } from './learn.ts';
import { ChallengeBox, type Desk } from './lesson_challenge.ts';
import { Progress } from './lesson_progress.ts';
import { pageRun, refusedRun } from './lesson_run.ts';
import { LessonView, PuzzleView, type View } from './lesson_view.ts';

export interface Course {
  // False: there is none of this id.
  go(kind: 'lesson' | 'puzzle', id: string): boolean;
  show(): void;
  close(): void;
  // True: a question is open, nothing may run; who tried is told.
  holds(): boolean;
}

export function openCourse(section: HTMLElement, door: HTMLElement, host: LessonHost): Course {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(look);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return new Pane(section, door, host);
}

type Kind = 'lesson' | 'puzzle';
interface Entry {
  kind: Kind;
  id: string;
  title: string;
  note: string;
}
const kAll: readonly Entry[] = [
  ...lessons.map(({ id, title, topic }): Entry => ({ kind: 'lesson', id, title, note: topic })),
  ...puzzles.map(({ id, title, goal }): Entry => ({ kind: 'puzzle', id, title, note: goal })),
];
const lentBy = ({ kind, id, title }: Entry, code: string): Example => ({
  id: `${kind}_${id}`,
  title,
  group: 'Lessons',
  look_for: '',
  truth: null,
  from: 'Simul',
  code,
});
const key = (entry: Entry): string => (entry.kind === 'puzzle' ? `puzzle_${entry.id}` : entry.id);

// What stands in the picture's place as long as it would give the answer away.
function cover(): HTMLElement {
  const box = make('div', 'stage-cover');
  const lanes = make('div', 'lanes');
  lanes.setAttribute('aria-hidden', 'true');
  for (let n = 0; n < 4; n++) lanes.append(make('i'));
  box.append(lanes, make('p', '', 'Guess first: the timeline would give it away.'));
  return box;
}

class Pane implements Course {
  readonly #section: HTMLElement;
  readonly #door: HTMLElement;
  readonly #host: LessonHost;
  readonly #progress = new Progress();
  readonly #place = make('span', 'place');
  readonly #bars = make('span', 'bars');
  readonly #body = make('div', 'lesson-body');
  readonly #said = make('p', 'unseen');
  readonly #cover = cover();
  readonly #back = button('', () => this.#list(), 'icon');
  #view: View | null = null;
  #entry: Entry | null = null;
  #judged = 0; // the run whose end was seen

  constructor(section: HTMLElement, door: HTMLElement, host: LessonHost) {
    this.#section = section;
    this.#door = door;
    this.#host = host;
    this.#said.setAttribute('role', 'status');
    const close = button('', () => this.close(), 'icon close');
    close.append(make('span', 'sign', '×'));
    close.setAttribute('aria-label', 'Close the lessons');
    this.#back.append(make('span', 'sign', '‹'));
    this.#back.setAttribute('aria-label', 'All lessons');
    this.#bars.setAttribute('role', 'img');
    const head = make('div', 'lesson-head');
    head.append(this.#back, this.#place, this.#bars, close);
    section.replaceChildren(head, this.#body, this.#said);
    this.#judged = host.simul.runs();
    host.onState((state) => {
      const runs = host.simul.runs();
      const over = state.state === 'finished' || state.state === 'stopped';
      if (!over || runs === this.#judged) return;
      this.#judged = runs;
      if (!this.#section.hidden) this.#view?.ran(pageRun(host.simul));
    });
    this.#list();
  }

  holds(): boolean {
    if (this.#section.hidden || this.#view?.holds() !== true) return false;
    this.#host.show('learn');
    this.#view.nudge();
    return true;
  }
  go(kind: Kind, id: string): boolean {
    const entry = kAll.find((one) => one.kind === kind && one.id === id);
    if (entry === undefined) {
      this.show();
      return false;
    }
    // A page that is loaded again goes on with the text that is there.
    this.#open(entry, this.#view === null && this.#host.opened() === `${kind}_${id}`);
    return true;
  }
  show(): void {
    this.#section.hidden = false;
    this.#door.setAttribute('aria-pressed', 'true');
    document.documentElement.classList.add('learning');
    this.#asking(this.#view?.holds() === true);
    this.#host.show('learn');
    (this.#view?.title ?? this.#body.querySelector('h2'))?.focus({ preventScroll: true });
  }
  close(): void {
    this.#section.hidden = true;
    this.#door.setAttribute('aria-pressed', 'false');
    document.documentElement.classList.remove('learning');
    this.#asking(false);
    this.#address('');
    this.#host.show('code');
    this.#door.focus();
  }

  // ---- the list
  #list(): void {
    this.#view = null;
    this.#entry = null;
    this.#asking(false);
    this.#address('');
    const head = make('h2', '', 'Lessons');
    head.tabIndex = -1;
    const words = make('p', 'how', 'Each one asks before it runs. Guess, watch, and see what really happens.');
    const rows = (kind: Kind): HTMLElement => {
      const list = make('ol', 'contents');
      kAll.filter((one) => one.kind === kind).forEach((entry, n) => list.append(this.#row(entry, n + 1)));
      return list;
    };
    const second = make('h3', 'caps', 'Puzzles');
    const more = make('p', 'how', 'Make the run do it. What counts is what happens, not how it is written.');
    const box = make('article', 'lesson');
    box.append(head, words, rows('lesson'), second, more, rows('puzzle'));
    this.#body.replaceChildren(box);
    this.#body.scrollTop = 0;
    this.#head();
    if (!this.#section.hidden) head.focus({ preventScroll: true });
  }
  #row(entry: Entry, n: number): HTMLElement {
    const steps = this.#progress.of(key(entry));
    const row = button('', () => this.#open(entry), 'entry');
    row.dataset['id'] = entry.id;
    const done = this.#progress.done(key(entry));
    const words = make('span', 'words');
    words.append(make('strong', '', entry.title), make('span', 'look', entry.note));
    const full = entry.kind === 'puzzle' ? 'won' : steps.built ? 'done and built' : steps.guess === 'right' ? 'seen coming' : 'done';
    row.append(make('span', 'place', String(n)), words, make('span', done ? 'tick-mark' : '', done ? '✓' : ''));
    if (done) row.append(make('span', 'unseen', full));
    row.classList.toggle('done', done);
    row.classList.toggle('built', steps.built);
    const item = make('li');
    item.append(row);
    return item;
  }

  // ---- one of them
  #open(entry: Entry, again = false): void {
    this.#entry = entry;
    this.#section.hidden = false;
    this.#view = null;
    this.#host.clear();
    const note = (steps: Parameters<Progress['note']>[1]): void => {
      this.#progress.note(key(entry), steps);
      this.#head();
    };
    const desk = this.#desk(entry);
    if (again) this.#host.name(lentBy(entry, this.#host.text()));
    if (entry.kind === 'lesson') {
      const lesson = lessons.find((one) => one.id === entry.id);
      if (lesson === undefined) return;
      const met = again && this.#progress.of(key(entry)).guess !== null;
      this.#view = new LessonView(lesson, desk, { asking: (on) => this.#asking(on), note }, met);
    } else {
      const puzzle = puzzles.find((one) => one.id === entry.id);
      if (puzzle === undefined) return;
      this.#asking(false);
      const won = (): void => note({ built: true });
      this.#view = new PuzzleView(puzzle.title, puzzle.goal, new ChallengeBox(puzzle, desk, won), again);
    }
    this.#body.replaceChildren(this.#view.element, this.#onward(entry));
    this.#body.scrollTop = 0;
    this.#address(`#${entry.kind}=${entry.id}`);
    this.#head();
    this.show();
  }
  #desk(entry: Entry): Desk {
    const host = this.#host;
    return {
      get narrow() {
        return host.narrow;
      },
      text: () => host.text(),
      open: (code) => {
        const example = lentBy(entry, code);
        if (host.text() !== code || host.opened() !== example.id) host.open(example);
      },
      edit: (from, to, text) => host.edit(from, to, text),
      start: () => {
        const errors = host.start();
        if (errors.length > 0) this.#view?.ran(refusedRun(errors));
      },
      goTo: (pane) => host.show(pane),
      say: (sentence) => setText(this.#said, sentence),
    };
  }
  #onward(entry: Entry): HTMLElement {
    const same = kAll.filter((one) => one.kind === entry.kind);
    const at = same.indexOf(entry);
    const foot = make('nav', 'onward');
    foot.setAttribute('aria-label', 'Other lessons');
    const [before, next] = [same[at - 1], same[at + 1] ?? (entry.kind === 'lesson' ? kAll[lessons.length] : undefined)];
    const way = (to: Entry, word: string, kind: string): HTMLElement => {
      const one = button('', () => this.#open(to), kind);
      one.append(make('small', '', word), make('span', '', to.title));
      return one;
    };
    if (before !== undefined) foot.append(way(before, 'Before', 'before'));
    if (next !== undefined) foot.append(way(next, next.kind === entry.kind ? 'Next' : 'And now puzzles', 'next'));
    return foot;
  }

  // ---- around it
  #head(): void {
    const kind = this.#entry?.kind ?? 'lesson';
    const list = kAll.filter((one) => one.kind === kind);
    const done = list.filter((one) => this.#progress.done(key(one))).length;
    const word = kind === 'lesson' ? 'Lesson' : 'Puzzle';
    const at = this.#entry === null ? -1 : list.indexOf(this.#entry);
    setText(this.#place, at < 0 ? `${done} of ${list.length} done` : `${word} ${at + 1} of ${list.length}`);
    this.#bars.setAttribute('aria-label', `${done} of ${list.length} done`);
    this.#bars.replaceChildren(
      ...list.map((one, n) => make('i', n === at ? 'now' : this.#progress.done(key(one)) ? 'done' : '')),
    );
    this.#back.hidden = this.#entry === null;
  }
  #asking(on: boolean): void {
    document.documentElement.classList.toggle('asking', on);
    const stage = document.querySelector<HTMLElement>('#stage');
    const steps = document.querySelector<HTMLElement>('#transport .steps');
    if (stage !== null) stage.inert = on;
    if (steps !== null) steps.inert = on;
    if (on) stage?.parentElement?.append(this.#cover);
    else this.#cover.remove();
    this.#host.hush(on);
  }
  #address(hash: string): void {
    if (/^#(lesson|puzzle)=/.test(location.hash) || hash !== '')
      history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);
  }
}
