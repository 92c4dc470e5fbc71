// The Steps panel: the loop's turns as an ordered list, up to the moment that is shown, and the step that comes next, before
// it is taken. While somebody steps, what was done and what comes is said aloud.

import { byId, make, seconds, setText } from './dom.ts';
import type { LoopSteps, Simul } from './simul.ts';

export class Steps {
  readonly #simul: Simul;
  readonly #list = byId('steps', HTMLOListElement);
  readonly #now = byId('steps-now', HTMLElement);
  readonly #next = byId('steps-next', HTMLElement);
  readonly #said = byId('steps-said', HTMLElement);
  readonly #empty = byId('steps-empty', HTMLElement);
  readonly #scrub = byId('scrub', HTMLInputElement);

  constructor(simul: Simul, changed: () => void) {
    this.#simul = simul;
    this.#scrub.addEventListener('input', () => {
      simul.seek_event(Number(this.#scrub.value));
      changed();
    });
  }

  update(): void {
    const now = performance.now();
    const control = this.#simul.control(now);
    const loop = this.#simul.loop(now);
    this.#scrub.max = String(control.of_events);
    if (document.activeElement !== this.#scrub || Number(this.#scrub.value) !== control.events)
      this.#scrub.value = String(control.events);
    this.#scrub.setAttribute('aria-valuetext', `${seconds(control.time_s)} s`);
    this.#scrub.disabled = control.of_events === 0;
    const there = loop !== null && control.of_events > 0;
    this.#empty.hidden = there;
    this.#list.hidden = !there;
    if (loop === null) return;
    const stopped = control.stop.reason !== 'none' && !control.looking_back ? `${control.stop.sentence} ` : '';
    setText(this.#now, there ? `At ${seconds(control.time_s)} s: ${stopped}${loop.sentence}` : '');
    setText(this.#next, there ? loop.next.sentence : '');
    // Aloud only where somebody stepped or stopped: a run that goes on would never be silent.
    const stands = there && (control.looking_back || control.stop.reason !== 'none');
    setText(this.#said, stands ? `${this.#now.textContent} ${loop.next.sentence}` : '');
    this.#show(loop);
  }

  #show(loop: LoopSteps): void {
    const rows = loop.turns.map((turn) => {
      const names = turn.ran.map((one) => one.name);
      return `${seconds(turn.time_s)} s: ${names.length === 0 ? 'nothing yet' : names.join(', ')}`;
    });
    this.#list.start = loop.turns[0]?.number ?? 1;
    while (this.#list.children.length > rows.length) this.#list.lastElementChild?.remove();
    while (this.#list.children.length < rows.length) this.#list.append(make('li'));
    rows.forEach((text, n) => {
      const row = this.#list.children[n];
      if (row) setText(row, text);
    });
  }
}
