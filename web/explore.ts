// Exploring: the program under a thousand seeds of its threads' switches, a slice at a time, how often each ending came, and a
// seed to open it with.

import { byId, button, make, plural, setText } from './dom.ts';
import type { Exploration, Simul } from './simul.ts';

const kSeeds = 1000;
const kSliceMs = 8;

export interface ExploreOwner {
  ready(): Promise<boolean>; // the text is known to C++ and compiles, and the library is here
  choose(seed: number): void;
  run(): void;
}

export class Explore {
  readonly #simul: Simul;
  readonly #owner: ExploreOwner;
  readonly #go = byId('explore-go', HTMLButtonElement);
  readonly #said = byId('explore-said', HTMLElement);
  readonly #progress = byId('explore-progress', HTMLProgressElement);
  readonly #list = byId('explore-endings', HTMLElement);
  readonly #seed = byId('switch-seed', HTMLInputElement);
  #chosen = 0;
  #asked = 0; // an exploration that is not the last one stops
  #going = false;

  constructor(simul: Simul, owner: ExploreOwner) {
    this.#simul = simul;
    this.#owner = owner;
    this.#go.addEventListener('click', () => (this.#going ? this.#stop() : void this.#explore()));
    this.#seed.addEventListener('change', () => {
      if (this.#seed.checkValidity()) owner.choose(this.#seed.valueAsNumber);
    });
  }

  // The seed that is set.
  show(seed: number): void {
    this.#chosen = seed;
    if (document.activeElement !== this.#seed) this.#seed.value = String(seed);
    this.#mark();
  }

  async #explore(): Promise<void> {
    const asked = ++this.#asked;
    this.#going = true;
    setText(this.#go, 'Stop');
    if (!(await this.#owner.ready())) {
      this.#stop();
      return setText(this.#said, 'The program has to compile first.');
    }
    let seeds = kSeeds;
    const piece = (): void => {
      if (asked !== this.#asked) return;
      const now = this.#simul.explore(seeds, kSliceMs);
      seeds = 0;
      this.#tell(now);
      if (now.refused !== undefined || now.finished) this.#stop();
      else setTimeout(piece);
    };
    piece();
  }
  #stop(): void {
    ++this.#asked;
    this.#going = false;
    this.#progress.hidden = true;
    setText(this.#go, 'Explore 1,000 seeds');
  }

  #tell(now: Exploration): void {
    if (now.refused !== undefined) return setText(this.#said, now.refused);
    this.#progress.hidden = false;
    this.#progress.max = now.seeds;
    this.#progress.value = now.done;
    // Spoken once, and not at every slice.
    if (now.finished) setText(this.#said, now.sentence);
    else if (this.#said.textContent !== 'Exploring …') setText(this.#said, 'Exploring …');
    this.#list.hidden = now.endings.length === 0;
    const rows = now.endings.map((ending) => this.#row(ending, now.done));
    if (now.more > 0) rows.push(make('li', 'more', `and ${plural(now.more, 'ending')} more`));
    this.#list.replaceChildren(...rows);
    this.#mark();
  }
  #row(ending: Exploration['endings'][number], done: number): HTMLElement {
    const row = make('li');
    const share = ending.count / Math.max(1, done);
    const bar = make('span', 'bar');
    bar.style.setProperty('--share', String(share));
    bar.setAttribute('aria-hidden', 'true');
    const words = make('span', `ending ${ending.status}`, ending.text);
    words.title = ending.lines.slice(0, 40).join('\n');
    const open = button(
      `Open seed ${ending.seed}`,
      () => {
        this.#owner.choose(ending.seed);
        this.#owner.run();
      },
      'plain',
    );
    open.dataset['seed'] = String(ending.seed);
    row.append(make('strong', '', ending.count.toLocaleString('en')), bar, words, open);
    if (ending.orders > 1) words.append(make('small', '', ` in ${plural(ending.orders, 'order')}`));
    return row;
  }
  #mark(): void {
    for (const one of this.#list.querySelectorAll<HTMLElement>('button'))
      one.setAttribute('aria-pressed', String(Number(one.dataset['seed']) === this.#chosen));
  }
}
