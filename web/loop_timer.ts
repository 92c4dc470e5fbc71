// The event loop's alarm clock: at most one setTimeout for the earliest deadline, and a MessageChannel for "at once".
//
// Every wake comes out of the channel, also the one that setTimeout asks for: browsers hold timers that are armed inside
// timers to 4 ms after the fifth, and a message begins the count anew. A delay under one millisecond hops through the
// channel until it is over, since setTimeout cuts fractions off. Nothing here draws, and nothing else wakes the loop.

const kLongest = 2 ** 31 - 1; // setTimeout takes a longer one for zero

export interface Timers {
  set(run: () => void, delay: number): number;
  clear(id: number): void;
}
const browserTimers: Timers = {
  set: (run, delay) => setTimeout(run, delay) as unknown as number,
  clear: (id) => clearTimeout(id),
};

export class LoopTimer {
  readonly #channel = new MessageChannel();
  readonly #wake: () => number;
  readonly #timers: Timers;
  #timeout: number | null = null;
  #posted = false;
  #wanted = false;
  #due = Infinity;

  // wake runs what can run and returns the next delay as simul_wake does: 0 at once, > 0 milliseconds, < 0 never.
  constructor(wake: () => number, timers: Timers = browserTimers) {
    this.#wake = wake;
    this.#timers = timers;
    this.#channel.port1.onmessage = () => this.#message();
  }

  // Wakes the loop at the next opportunity, after what the browser has to do first.
  kick(): void {
    this.#wanted = true;
    this.#forget();
    if (this.#posted) return;
    this.#posted = true;
    this.#channel.port2.postMessage(null);
  }

  // Milliseconds until the armed timer; Infinity when there is none, below zero when it is late.
  get untilWake(): number {
    return this.#due - performance.now();
  }

  // Nothing wakes the loop any more until the next kick.
  stop(): void {
    this.#wanted = false;
    this.#forget();
  }

  close(): void {
    this.stop();
    this.#channel.port1.close();
  }

  // Wakes it here and now: a program that starts shall not wait for a frame that the browser draws first.
  now(): void {
    this.#forget();
    this.#run();
  }

  #message(): void {
    this.#posted = false;
    if (this.#wanted) this.#run();
  }

  #run(): void {
    this.#wanted = false;
    const delay = this.#wake();
    if (this.#wanted) return; // the wake itself asked for another
    if (delay < 0 || Number.isNaN(delay)) return;
    if (delay < 1) this.kick();
    else {
      this.#due = performance.now() + delay;
      this.#timeout = this.#timers.set(() => this.kick(), Math.min(delay, kLongest));
    }
  }

  #forget(): void {
    this.#due = Infinity;
    if (this.#timeout === null) return;
    this.#timers.clear(this.#timeout);
    this.#timeout = null;
  }
}
