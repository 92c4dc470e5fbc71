// The door to lessons and puzzles, which is all that a first load has of them: a button, a tab on a phone, and the address
// `#lesson=…` or `#puzzle=…`. Everything else is a file of its own, fetched when somebody goes through it.

import { byId } from './dom.ts';
import type { Example } from './gallery_header.ts';
import type { Course } from './lessons.ts';
import type { Diagnostic, Simul, State } from './simul.ts';

// What the lessons may do with the page.
export interface LessonHost {
  readonly simul: Simul;
  readonly narrow: boolean;
  text(): string;
  // The id of the program that is open, edited or not; see gallery_header.ts.
  opened(): string | null;
  // The title of a program that may be open already.
  name(example: Example): void;
  // A program in place of the one that is open; undo brings that one back.
  open(example: Example): void;
  // One edit by the person's hand, at UTF-16 offsets.
  edit(from: number, to: number, text: string): void;
  // Starts what is in the editor. The errors that keep it from running, if any.
  start(): Diagnostic[];
  // Ends what still runs, and the tour that points at it.
  clear(): void;
  show(pane: 'code' | 'watch' | 'learn'): void;
  // As long as a question is open, no remark in the editor may answer it.
  hush(quiet: boolean): void;
  onState(run: (state: State) => void): void;
}

const kAddress = /^#(lesson|puzzle)=([a-z0-9_]{1,60})$/;

export class Learn {
  readonly #host: LessonHost;
  readonly #say: (sentence: string) => void;
  readonly #section = byId('lesson', HTMLElement);
  readonly #button = byId('lessons-button', HTMLButtonElement);
  #course: Promise<Course | null> | null = null;
  #opened: Course | null = null;

  constructor(host: LessonHost, say: (sentence: string) => void) {
    this.#host = host;
    this.#say = say;
    this.#button.addEventListener('click', () => void this.#toggle());
    byId('learn-tab', HTMLButtonElement).addEventListener('click', () => void this.#show());
    addEventListener('hashchange', () => void this.#follow());
    void this.#follow();
  }

  static get asked(): boolean {
    return kAddress.test(location.hash);
  }
  // True: a question is open, so nothing may run; the person is told.
  holds(): boolean {
    return this.#opened?.holds() === true;
  }

  async #follow(): Promise<void> {
    const found = kAddress.exec(location.hash);
    if (found === null) return;
    const course = await this.#load();
    if (course?.go(found[1] as 'lesson' | 'puzzle', found[2] ?? '') === false)
      this.#say(`There is no ${found[1]} of this name here: the list has those there are.`);
  }
  async #toggle(): Promise<void> {
    if (!this.#section.hidden && !this.#host.narrow) return this.#opened?.close();
    await this.#show();
  }
  async #show(): Promise<void> {
    (await this.#load())?.show();
  }
  #load(): Promise<Course | null> {
    this.#course ??= import('simul-lessons').then(
      ({ openCourse }) => (this.#opened = openCourse(this.#section, this.#button, this.#host)),
      () => {
        this.#course = null; // the next press tries again
        this.#say('The lessons could not be fetched. Look at the network and try again.');
        return null;
      },
    );
    return this.#course;
  }
}
