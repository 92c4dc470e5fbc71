// The Compare panel: the same work one after another, on the loop, on threads and on processes, as a table; the numbers that
// the program offers to change; and the experiment from all waiting to all computing. What the canvas shows, for everybody.

import { byId, make, setText } from './dom.ts';
import { MixChart } from './mix_chart.ts';
import type { Comparison, ComparisonWay, Simul, Slider } from './simul.ts';
import type { Edit } from './text_edits.ts';

export class Compare {
  readonly #simul: Simul;
  readonly #edit: (edits: readonly Edit[]) => void;
  readonly #changed: () => void;
  readonly #panel = byId('panel-compare', HTMLElement);
  readonly #sentence = byId('compare-sentence', HTMLElement);
  readonly #table = byId('compare-table', HTMLTableElement);
  readonly #body = byId('compare-body', HTMLElement);
  readonly #notes = byId('compare-notes', HTMLElement);
  readonly #assumed = byId('compare-assumed', HTMLElement);
  readonly #cores = byId('compare-cores', HTMLInputElement);
  readonly #coresSaid = byId('compare-cores-said', HTMLElement);
  readonly #interval = byId('compare-interval', HTMLInputElement);
  readonly #sliders = byId('compare-sliders', HTMLElement);
  readonly #mix: MixChart;
  #shown = '';
  #slidersShown = '';
  #options = '';

  // edit: makes these edits in the program. changed: a model is another, so the canvas is.
  constructor(simul: Simul, edit: (edits: readonly Edit[]) => void, changed: () => void) {
    this.#simul = simul;
    this.#edit = edit;
    this.#changed = changed;
    this.#mix = new MixChart(byId('compare-mix', HTMLElement));
    const tell = (): void => {
      simul.compare_options(Number(this.#cores.value), Number(this.#interval.value));
      changed();
      this.update();
    };
    this.#cores.addEventListener('input', tell);
    this.#interval.addEventListener('change', () => (this.#interval.checkValidity() ? tell() : undefined));
    byId('compare-mix-open', HTMLDetailsElement).addEventListener('toggle', () => this.#experiment(''));
  }

  // Nothing is computed while nobody looks.
  update(): void {
    this.#showSliders();
    if (this.#panel.hidden) return;
    const all = this.#simul.compare();
    const key = JSON.stringify(all);
    if (key === this.#shown) return;
    this.#shown = key;
    setText(this.#sentence, all.refused ?? all.sentence);
    this.#table.hidden = all.refused !== null;
    this.#body.replaceChildren(...all.ways.map((way) => row(way, way.way === all.winner)));
    this.#notes.replaceChildren(...all.notes.map((note) => make('li', '', note)));
    this.#notes.hidden = all.notes.length === 0;
    this.#assumed.replaceChildren(
      ...all.assumptions.map(({ text, value }) => {
        const item = make('li', '', text);
        if (value !== '') item.append(': ', make('strong', '', value));
        return item;
      }),
    );
    if (document.activeElement !== this.#cores) this.#cores.value = String(all.cores);
    setText(this.#coresSaid, String(all.cores));
    if (document.activeElement !== this.#interval) this.#interval.value = String(all.switch_interval_ms);
    this.#experiment(optionsOf(all));
  }

  // The experiment has a work of its own, so only the models' numbers make it another.
  #experiment(options: string): void {
    if (options === '') options = this.#options;
    const open = byId('compare-mix-open', HTMLDetailsElement).open;
    if (!open || (options === this.#options && this.#mix.filled)) {
      this.#options = options;
      if (!open) this.#mix.clear();
      return;
    }
    this.#options = options;
    this.#mix.show(this.#simul.mix(8, 1, 10, 50));
  }

  // Numbers of the program that a comment gives a handle: moving it edits the text.
  #showSliders(): void {
    const { sliders } = this.#simul.staging();
    const names = JSON.stringify(sliders.map(({ name, low, high, unit }) => [name, low, high, unit]));
    if (names !== this.#slidersShown) {
      this.#slidersShown = names;
      this.#sliders.replaceChildren(...sliders.map((one) => this.#slider(one)));
      this.#sliders.hidden = sliders.length === 0;
    }
    sliders.forEach((one, at) => {
      const label = this.#sliders.children[at];
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

const optionsOf = ({ cores, switch_interval_ms }: Comparison): string => `${cores} ${switch_interval_ms}`;
const said = ({ value, unit }: Slider): string => (unit === '' ? String(value) : `${value} ${unit}`);

function row(way: ComparisonWay, wins: boolean): HTMLElement {
  const out = make('tr', wins ? 'wins' : '');
  out.dataset['way'] = way.way;
  const name = make('th', '', way.name);
  name.scope = 'row';
  if (way.model) name.append(make('small', '', ' model'));
  out.append(name);
  if (way.refused !== null) {
    const why = make('td', 'refused', way.refused);
    why.colSpan = 6;
    out.append(why);
    return out;
  }
  for (const one of [way.total, way.computing, way.blocking, way.switching, way.waiting])
    out.append(make('td', 'number', one.s === 0 ? '–' : one.words));
  out.append(make('td', 'number', way.memory));
  return out;
}
