// A piece of the program that is edited where the canvas shows it: a field over the slot of a card. Enter and leaving it
// write, Escape does not, the arrows step a number.

import type { Composing } from './composing.ts';
import { make } from './dom.ts';
import { step } from './number_step.ts';
import type { Runner } from './runner.ts';
import { Change } from './simul.ts';

const kLeast = 84;

export class CanvasField {
  readonly #composing: Composing;
  readonly #canvas: HTMLCanvasElement;
  #end: ((write: boolean) => void) | null = null;

  // after: something was written, or nothing.
  constructor(runner: Runner, canvas: HTMLCanvasElement, composing: Composing, after: () => void) {
    this.#composing = composing;
    this.#canvas = canvas;
    runner.on(Change.field, () => {
      const wanted = runner.simul.field();
      if (wanted !== null) this.#open(wanted, after);
    });
  }

  #open(wanted: NonNullable<ReturnType<Runner['simul']['field']>>, after: () => void): void {
    this.#end?.(true);
    const field = make('input', 'canvas-field');
    field.value = wanted.text;
    field.spellcheck = false;
    field.autocomplete = 'off';
    field.setAttribute('autocapitalize', 'off');
    field.setAttribute('aria-label', wanted.label);
    if (wanted.kind === 'number') field.inputMode = 'decimal';
    field.dataset['kind'] = wanted.kind;
    // Of several lines the editor is the place.
    field.readOnly = wanted.text.includes('\n');
    const wide = Math.max(kLeast, wanted.w + 24);
    const left = Math.max(4, Math.min(wanted.x + wanted.w - wide + 4, this.#canvas.clientWidth - wide - 4));
    field.style.left = `${this.#canvas.offsetLeft + left}px`;
    field.style.top = `${this.#canvas.offsetTop + wanted.y - 3}px`;
    field.style.width = `${wide}px`;
    field.style.height = `${wanted.h + 6}px`;
    const end = (write: boolean): void => {
      if (this.#end !== end) return;
      this.#end = null;
      const text = field.value.trim();
      const back = document.activeElement === field;
      field.remove();
      if (back) this.#canvas.focus({ preventScroll: true });
      if (write && !field.readOnly && text !== wanted.text)
        this.#composing.make({ do: 'slot', from: wanted.from, to: wanted.to, text }, wanted.stamp);
      after();
    };
    this.#end = end;
    field.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const way = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
      if (event.key === 'Enter' || event.key === 'Escape' || event.key === 'Tab') {
        event.preventDefault();
        event.stopPropagation();
        end(event.key !== 'Escape');
      } else if (way !== 0 && wanted.kind === 'number') {
        event.preventDefault();
        field.value = step(field.value, way) ?? field.value;
      }
    });
    field.addEventListener('blur', () => end(true));
    this.#canvas.parentElement?.append(field);
    field.focus({ preventScroll: true });
    field.select();
  }
}
