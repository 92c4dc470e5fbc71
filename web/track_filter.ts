// The search field above the timeline's names: only tasks that have these words keep their lane. Text is typed in the DOM,
// the canvas shows what is left. "/" on the canvas goes here, Enter and the arrows go back to it, Escape clears.

import { byId } from './dom.ts';
import type { Simul } from './simul.ts';

export class TrackFilter {
  constructor(simul: Simul, canvas: HTMLCanvasElement, changed: () => void) {
    const field = byId('track-filter', HTMLInputElement);
    field.addEventListener('input', () => (simul.filter(field.value), changed()));
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        field.value = '';
        simul.filter('');
        canvas.focus();
      } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
        canvas.focus();
        simul.key(true, 'ArrowDown', 0);
      } else {
        return;
      }
      event.preventDefault();
      changed();
    });
    canvas.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      document.documentElement.classList.add('filtering');
      field.focus();
    }, { capture: true });
    field.addEventListener('blur', () => {
      document.documentElement.classList.toggle('filtering', field.value !== '');
    });
  }
}
