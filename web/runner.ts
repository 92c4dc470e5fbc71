// Runs the program: every command to C++ and every wake goes through here, and after each the rest of the page is told
// what changed.

import { LoopTimer } from './loop_timer.ts';
import { Change, type Mode, type Simul, type State } from './simul.ts';

export class Runner {
  readonly simul: Simul;
  readonly #timer: LoopTimer;
  readonly #listeners: { bits: number; run: (changes: number) => void }[] = [];
  #hidden = false;

  constructor(simul: Simul) {
    this.simul = simul;
    this.#timer = new LoopTimer(() => {
      const delay = this.simul.wake(performance.now());
      this.#tell(this.simul.changes());
      return delay;
    });
  }

  // run is called after something with one of these Change bits happened.
  on(bits: number, run: (changes: number) => void): void {
    this.#listeners.push({ bits, run });
  }

  get state(): State {
    return this.simul.state();
  }

  run(): void {
    const mode = this.mode;
    this.#command((now) => this.simul.run(now, mode));
    if (!this.#hidden) this.#timer.now();
  }
  // On the virtual clock, whatever the next run will be on.
  runAtOnce(): void {
    const mode = this.mode;
    this.#command((now) => {
      this.simul.run(now, 'instant');
      this.simul.set_mode(mode);
    });
    if (!this.#hidden) this.#timer.now();
  }
  // Once, for somebody who has never been here.
  showOff(): void {
    this.#command((now) => this.simul.show_off(now));
    if (!this.#hidden) this.#timer.now();
  }
  // Of the next run.
  get mode(): Mode {
    return this.state.mode;
  }
  set mode(mode: Mode) {
    this.#command(() => this.simul.set_mode(mode));
  }
  pause(): void {
    this.#command((now) => this.simul.pause(now));
  }
  resume(): void {
    this.#command((now) => this.simul.resume(now));
  }
  stop(): void {
    this.#command((now) => this.simul.stop(now));
  }
  // What somebody typed for input(), or that there is no more.
  answer(line: string): void {
    this.#command((now) => this.simul.answer(now, line));
  }
  endInput(): void {
    this.#command((now) => this.simul.end_input(now));
  }
  setSpeed(speed: number): void {
    this.#command((now) => this.simul.set_speed(now, speed));
  }
  // False: no memory for a text of this size. A new text has a forecast to be computed, in wakes.
  setSource(text: string, revision: number): boolean {
    let taken = false;
    this.#command(() => (taken = this.simul.set_source(text, revision)));
    return taken;
  }
  // The library is here, or cannot be had: who waited for it goes on.
  libraryArrived(text: Uint8Array): void {
    this.#command((now) => {
      if (!this.simul.library(now, text)) this.simul.library_failed(now, 'there is no memory for it');
    });
  }
  libraryFailed(why: string): void {
    this.#command((now) => this.simul.library_failed(now, why));
  }

  // What the one big button does.
  toggle(): void {
    const { state } = this.state;
    if (state === 'running') this.pause();
    else if (state === 'paused' || state === 'hidden') this.resume();
    else this.run();
  }

  setHidden(hidden: boolean): void {
    this.#hidden = hidden;
    this.#command((now) => this.simul.visibility(now, hidden));
  }

  get untilWake(): number {
    return this.#timer.untilWake;
  }

  // Nothing is woken any more.
  close(): void {
    this.#timer.close();
  }

  // After a pointer, a key or a frame: the canvas may have done something with it.
  after(): void {
    const changes = this.simul.changes();
    if (changes & Change.state) this.#wakeSoon();
    this.#tell(changes);
  }

  #command(run: (now: number) => void): void {
    run(performance.now());
    this.#tell(this.simul.changes());
    this.#wakeSoon();
  }

  #wakeSoon(): void {
    // A hidden tab's messages are not throttled, so they must stop here.
    if (this.#hidden) this.#timer.stop();
    else this.#timer.kick();
  }

  #tell(changes: number): void {
    if (changes === 0) return;
    for (const { bits, run } of this.#listeners) if (changes & bits) run(changes);
  }
}
