// Something that may be asked for often and is done at most every so many milliseconds; the last request is never lost.

export class Throttle {
  readonly #run: () => void;
  readonly #pause: number;
  #next = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(pause: number, run: () => void) {
    this.#pause = pause;
    this.#run = run;
  }

  request(): void {
    if (this.#timer !== null) return;
    const wait = this.#next - performance.now();
    this.#timer = setTimeout(() => this.flush(), Math.max(0, wait));
  }

  // Asked for and not done yet.
  get pending(): boolean {
    return this.#timer !== null;
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const begin = performance.now();
    this.#run();
    // Work that takes long is done more rarely, so that it leaves the page most of the time.
    const took = performance.now() - begin;
    this.#next = performance.now() + Math.max(this.#pause, Math.min(1000, 4 * took));
  }
}
