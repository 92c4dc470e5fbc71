// Numbers of the program that a comment gives a handle: moving it edits the text. They stand in the Compare panel, and below the
// canvas while that shows what they decide.

import { byId, make, setText } from './dom.ts';
import type { Simul, Slider, Staging } from './simul.ts';
import type { Edit } from './text_edits.ts';

export class Sliders {
  readonly #simul: Simul;
  readonly #edit: (edits: readonly Edit[]) => void;
  readonly #changed: () => void;
  readonly #rows = [byId('compare-sliders', HTMLElement), byId('numbers', HTMLElement)] as const;
  #made = '';

  // edit: makes these edits in the program. changed: so the canvas is another.
  constructor(simul: Simul, edit: (edits: readonly Edit[]) => void, changed: () => void) {
    this.#simul = simul;
    this.#edit = edit;
    this.#changed = changed;
  }

  update(): void {
    const now = this.#simul.staging();
    const names = JSON.stringify(now.sliders.map(({ name, low, high, unit }) => [name, low, high, unit]));
    for (const row of this.#rows) {
      if (names !== this.#made) row.replaceChildren(...now.sliders.map((one) => this.#slider(one)));
      row.hidden = now.sliders.length === 0 || (row.id === 'numbers' && !now.watched);
      this.#show(row, now);
    }
    this.#made = names;
  }

  #show(row: HTMLElement, { sliders }: Staging): void {
    sliders.forEach((one, at) => {
      const label = row.children[at];
      const input = label?.querySelector('input');
      if (!label || !input) return;
      if (document.activeElement !== input || Number(input.value) !== one.value) input.value = String(one.value);
      setText(label.querySelector('output') as Element, said(one));
    });
  }
  #slider(slider: Slider): HTMLElement {
    const label = make('label');
    const input = make('input');
    input.type = 'range';
    [input.min, input.max] = [String(slider.low), String(slider.high)];
    input.step = slider.whole ? '1' : 'any';
    input.dataset['name'] = slider.name;
    label.append(make('span', '', slider.name.toLowerCase().replaceAll('_', ' ')), make('output', '', said(slider)), input);
    input.addEventListener('input', () => {
      // Where it stands now, as the text may be another than when the handle was made.
      const now = this.#simul.staging().sliders.find(({ name }) => name === slider.name);
      if (now === undefined) return;
      const text = now.whole ? String(Math.round(Number(input.value))) : String(Number(Number(input.value).toFixed(2)));
      this.#edit([{ from: now.from, to: now.to, text }]);
      this.#changed();
    });
    return label;
  }
}

const said = ({ value, unit }: Slider): string => (unit === '' ? String(value) : `${value} ${unit}`);
