// The Compare panel: the same work one after another, on the loop, on threads and on processes, as a table; and the experiment
// from all waiting to all computing. What the canvas shows, for everybody.

import { byId, make, setText } from './dom.ts';
import { MixChart } from './mix_chart.ts';
import type { Comparison, ComparisonWay, Simul } from './simul.ts';
import type { Sliders } from './sliders.ts';

export class Compare {
  readonly #simul: Simul;
  readonly #sliders: Sliders;
  readonly #panel = byId('panel-compare', HTMLElement);
  readonly #sentence = byId('compare-sentence', HTMLElement);
  readonly #table = byId('compare-table', HTMLTableElement);
  readonly #body = byId('compare-body', HTMLElement);
  readonly #notes = byId('compare-notes', HTMLElement);
  readonly #assumed = byId('compare-assumed', HTMLElement);
  readonly #cores = byId('compare-cores', HTMLInputElement);
  readonly #coresSaid = byId('compare-cores-said', HTMLElement);
  readonly #interval = byId('compare-interval', HTMLInputElement);
  readonly #mix: MixChart;
  #shown = '';
  #options = '';

  // changed: a model is another, so the canvas is.
  constructor(simul: Simul, sliders: Sliders, changed: () => void) {
    this.#simul = simul;
    this.#sliders = sliders;
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
    this.#sliders.update();
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
}

const optionsOf = ({ cores, switch_interval_ms }: Comparison): string => `${cores} ${switch_interval_ms}`;

function row(way: ComparisonWay, wins: boolean): HTMLElement {
  const out = make('tr', wins ? 'wins' : '');
  out.dataset['way'] = way.way;
  const name = make('th', '', way.name);
  name.scope = 'row';
  if (way.model) name.append(make('small', '', way.way === 'one_by_one' ? ' exact' : ' model'));
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
