// The canvas's transport as buttons of the page: for keyboards and screen readers, for a browser without WebGL2, and for
// phones, where it is the row at the foot. Hidden from view elsewhere until it has the focus.

import { byId, seconds, setText } from './dom.ts';
import type { Runner } from './runner.ts';
import type { Mode, State } from './simul.ts';

const kSteps = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 50, 100];

export class Transport {
  readonly #runner: Runner;
  readonly #main = byId('run-button', HTMLButtonElement);
  readonly #stop = byId('stop-button', HTMLButtonElement);
  readonly #again = byId('again-button', HTMLButtonElement);
  readonly #clock = byId('clock', HTMLElement);
  readonly #sentence = byId('sentence', HTMLElement);
  readonly #speed = byId('speed', HTMLSelectElement);
  readonly #live = byId('mode-live', HTMLButtonElement);
  readonly #instant = byId('mode-instant', HTMLButtonElement);

  // start: the program from its beginning.
  constructor(runner: Runner, start: () => void) {
    this.#runner = runner;
    for (const step of kSteps) this.#speed.add(new Option(`${step}×`, String(step), step === 1, step === 1));
    this.#main.addEventListener('click', () => {
      const { state } = runner.state;
      if (state === 'running' || state === 'paused' || state === 'hidden') runner.toggle();
      else start();
    });
    this.#stop.addEventListener('click', () => runner.stop());
    this.#again.addEventListener('click', start);
    this.#speed.addEventListener('change', () => runner.setSpeed(Number(this.#speed.value)));
    const choose = (mode: Mode) => () => {
      runner.mode = mode;
      this.#showMode();
    };
    this.#live.addEventListener('click', choose('live'));
    this.#instant.addEventListener('click', choose('instant'));
    // The canvas has these as keys.
    for (const step of document.querySelectorAll<HTMLElement>('#transport [data-key]')) {
      step.addEventListener('click', () => {
        runner.simul.key(true, step.dataset['key'] ?? '', 0);
        runner.after();
      });
    }
    this.#showMode();
  }

  show(state: State): void {
    const goes = state.state === 'running';
    const waits = state.state === 'paused' || state.state === 'hidden';
    this.#main.dataset['does'] = goes ? 'pause' : 'run';
    setText(byId('run-label', HTMLElement), goes ? 'Pause' : waits ? 'Resume' : 'Play');
    this.#stop.disabled = !goes && !waits;
    this.#again.disabled = !goes && !waits;
    setText(this.#clock, seconds(state.time_s));
    setText(this.#sentence, state.sentence);
    this.#showSpeed(state.speed);
    this.#showMode();
  }

  #showMode(): void {
    this.#live.setAttribute('aria-pressed', String(this.#runner.mode === 'live'));
    this.#instant.setAttribute('aria-pressed', String(this.#runner.mode === 'instant'));
  }

  // The canvas's slider has every speed, not only these steps.
  #showSpeed(speed: number): void {
    const value = String(Number(speed.toPrecision(3)));
    if (this.#speed.value === value) return;
    let option = [...this.#speed.options].find((one) => one.value === value);
    if (option === undefined) {
      this.#speed.querySelector('[data-odd]')?.remove();
      option = new Option(`${value}×`, value);
      option.dataset['odd'] = '';
      this.#speed.add(option);
    }
    option.selected = true;
  }
}
