// input() asks here: one field at the end of the output, behind the words of the question. Enter answers, Ctrl+D or Escape says
// that there is no more to type; Stop, as always, ends the run. The run's clock stands still meanwhile.

import { byId, setText } from './dom.ts';
import type { Runner } from './runner.ts';
import type { State } from './simul.ts';

const kWriting_ms = 3000;

export class Asking {
  readonly #form = byId('asking', HTMLFormElement);
  readonly #label = byId('asking-label', HTMLElement);
  readonly #field = byId('asking-field', HTMLInputElement);
  readonly #show: () => void;
  #asks = false;
  #typed = -Infinity; // when somebody last wrote in the program

  // show: brings the panel of the output into view.
  constructor(runner: Runner, show: () => void) {
    this.#show = show;
    byId('editor', HTMLElement).addEventListener('input', () => (this.#typed = performance.now()));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const line = this.#field.value;
      this.#field.value = '';
      runner.answer(line);
    });
    byId('asking-end', HTMLElement).addEventListener('click', () => runner.endInput());
    this.#field.addEventListener('keydown', (event) => {
      const end = event.key === 'Escape' || (event.key === 'd' && event.ctrlKey && !event.altKey && !event.metaKey);
      if (!end || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      // As in a terminal: the end only where nothing is typed yet; Escape takes what is typed back first.
      if (this.#field.value === '') runner.endInput();
      else if (event.key === 'Escape') this.#field.value = '';
    });
  }

  update(state: State): void {
    const asks = state.asking !== null && state.state === 'running';
    setText(this.#label, state.asking === null || state.asking.trim() === '' ? 'The program reads a line' : state.asking.trim());
    if (asks === this.#asks) return;
    this.#asks = asks;
    this.#form.hidden = !asks;
    if (!asks) return;
    this.#field.value = '';
    this.#show();
    this.#form.scrollIntoView({ block: 'nearest' });
    // Whoever is writing in the program, or is in a dialog, is not called away.
    const writes = document.activeElement?.closest('#editor') != null && performance.now() - this.#typed < kWriting_ms;
    if (!writes && document.querySelector('dialog[open]') === null) this.#field.focus({ preventScroll: true });
  }
}
