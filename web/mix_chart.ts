// Four totals of the same tasks, from all waiting to all computing: lines in an SVG, a slider that reads them, a mark where
// two cross. The numbers are the models' own.

import { make, setText } from './dom.ts';
import type { Mix } from './simul.ts';

const kSvg = 'http://www.w3.org/2000/svg';
const [kWide, kHigh, kLeft, kBottom, kTop, kRight] = [560, 240, 34, 26, 10, 8] as const;

const svg = (name: string, attributes: Record<string, string | number>): SVGElement => {
  const element = document.createElementNS(kSvg, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};
const shown = (s: number): string => `${s.toFixed(s < 10 ? 2 : 1)} s`;

export class MixChart {
  readonly #place: HTMLElement;
  #mix: Mix | null = null;
  #at = 0.2;

  constructor(place: HTMLElement) {
    this.#place = place;
  }
  get filled(): boolean {
    return this.#mix !== null;
  }
  clear(): void {
    this.#mix = null;
    this.#place.replaceChildren();
  }

  show(mix: Mix): void {
    this.#mix = mix;
    const most = Math.max(...mix.points.flatMap(({ total_s }) => total_s));
    const x = (part: number): number => kLeft + part * (kWide - kLeft - kRight);
    const y = (s: number): number => kHigh - kBottom - (s / (most * 1.04)) * (kHigh - kBottom - kTop);
    const picture = svg('svg', { viewBox: `0 0 ${kWide} ${kHigh}`, class: 'mix', role: 'img' });
    picture.setAttribute('aria-label', 'Totals of eight tasks of one second, from all waiting to all computing');
    for (let tick = 0; tick <= most; tick += most > 6 ? 2 : 1) {
      picture.append(svg('line', { x1: kLeft, x2: kWide - kRight, y1: y(tick), y2: y(tick), class: 'grid' }));
      const label = svg('text', { x: kLeft - 6, y: y(tick) + 4, class: 'tick end' });
      label.textContent = `${tick}`;
      picture.append(label);
    }
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      const place = part === 0 ? 'start' : part === 1 ? 'end' : 'middle';
      const label = svg('text', { x: x(part), y: kHigh - 8, class: `tick ${place}` });
      label.textContent = part === 0 ? 'all waiting' : part === 1 ? 'all computing' : `${part * 100} %`;
      picture.append(label);
    }
    mix.ways.forEach(({ way }, index) => {
      const points = mix.points.map((point) => `${x(point.computing)},${y(point.total_s[index] ?? 0)}`).join(' ');
      picture.append(svg('polyline', { points, class: `way ${way}` }));
    });
    const name = (way: string): string => mix.ways.find((one) => one.way === way)?.name ?? way;
    const marks: string[] = [];
    for (const cross of mix.crossings) {
      const s = at(mix, cross.computing)[mix.ways.findIndex(({ way }) => way === cross.first)] ?? 0;
      picture.append(svg('circle', { cx: x(cross.computing), cy: y(s), r: 4.5, class: 'cross' }));
      marks.push(`From ${Math.round(cross.computing * 1000) / 10} % computing on, ${name(cross.first)} beat ${name(cross.second)}.`);
    }
    const line = svg('line', { y1: kTop, y2: kHigh - kBottom, class: 'here' });
    const dots = mix.ways.map(({ way }) => svg('circle', { r: 3.5, class: `dot ${way}` }));
    picture.append(line, ...dots);

    const label = make('label', 'part');
    const input = make('input');
    input.type = 'range';
    [input.min, input.max, input.step, input.value] = ['0', '100', '1', String(Math.round(this.#at * 100))];
    input.id = 'compare-part';
    const words = make('output');
    label.append(make('span', '', 'computing'), words, input);
    const totals = make('dl', 'totals');
    const values = mix.ways.map(({ way, name: called }) => {
      const value = make('dd');
      totals.append(make('dt', way, called), value);
      return value;
    });
    const move = (): void => {
      this.#at = Number(input.value) / 100;
      setText(words, `${input.value} %`);
      const now = at(mix, this.#at);
      line.setAttribute('x1', String(x(this.#at)));
      line.setAttribute('x2', String(x(this.#at)));
      mix.ways.forEach((_, index) => {
        dots[index]?.setAttribute('cx', String(x(this.#at)));
        dots[index]?.setAttribute('cy', String(y(now[index] ?? 0)));
        setText(values[index] as Element, shown(now[index] ?? 0));
      });
    };
    input.addEventListener('input', move);
    move();
    const list = make('ul', 'crossings');
    list.append(...marks.map((mark) => make('li', '', mark)));
    this.#place.replaceChildren(picture, label, totals, list);
  }
}

// The four totals at a part between two points.
function at(mix: Mix, part: number): number[] {
  const place = part * (mix.points.length - 1);
  const before = mix.points[Math.floor(place)];
  const after = mix.points[Math.ceil(place)];
  if (!before || !after) return [];
  const between = place - Math.floor(place);
  return before.total_s.map((s, index) => s + between * ((after.total_s[index] ?? s) - s));
}
