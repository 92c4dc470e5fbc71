// A trace from elsewhere as plain slices: tracks below each other on one axis of time, in a dialog of its own. They are no
// tasks, so they get none of the colours and sentences that only a loop's run has.
//
// The picture is a 2D canvas (zoom by wheel or + and −, move by drag or arrows); its twin is a table of the tracks and a line
// that names the chosen slice. Everything from the file is set as text.

import type { ChromeTrace, TraceSlice, TraceTrack } from './chrome_trace.ts';
import { byId, make, plural, setText } from './dom.ts';

const [kRow, kGap, kName, kAxis] = [18, 10, 18, 22] as const;
const kHues = [212, 24, 140, 280, 50, 180, 330, 100, 240, 8, 160, 300] as const;

interface Place {
  track: TraceTrack;
  top: number; // of its first row, in CSS pixels
}

export class Slices {
  readonly #dialog = byId('slices', HTMLDialogElement);
  readonly #canvas = byId('slices-canvas', HTMLCanvasElement);
  readonly #said = byId('slices-said', HTMLElement);
  readonly #notes = byId('slices-notes', HTMLElement);
  readonly #body = byId('slices-body', HTMLElement);
  #trace: ChromeTrace | null = null;
  #places: Place[] = [];
  #from = 0;
  #to = 1;
  #chosen: TraceSlice | null = null;

  constructor() {
    const canvas = this.#canvas;
    canvas.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
          this.#move((event.deltaX || event.deltaY) / this.#width);
        else this.#zoom(Math.exp(event.deltaY / 300), this.#timeAt(event.offsetX));
      },
      { passive: false },
    );
    let held = -1;
    canvas.addEventListener('pointerdown', (event) => {
      held = event.offsetX;
      canvas.setPointerCapture(event.pointerId);
      this.#choose(this.#sliceAt(event.offsetX, event.offsetY));
    });
    canvas.addEventListener('pointermove', (event) => {
      if (held < 0) return;
      this.#move((held - event.offsetX) / this.#width);
      held = event.offsetX;
    });
    for (const end of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(end, () => (held = -1));
    canvas.addEventListener('keydown', (event) => {
      const middle = (this.#from + this.#to) / 2;
      if (event.key === 'ArrowLeft') this.#move(-0.1);
      else if (event.key === 'ArrowRight') this.#move(0.1);
      else if (event.key === '+' || event.key === '=') this.#zoom(0.7, middle);
      else if (event.key === '-') this.#zoom(1.4, middle);
      else if (event.key === 'Home') this.#whole();
      else return;
      event.preventDefault();
    });
    new ResizeObserver(() => this.#draw()).observe(canvas);
  }

  show(trace: ChromeTrace): void {
    this.#trace = trace;
    this.#chosen = null;
    this.#places = [];
    let top = kAxis;
    for (const track of trace.tracks) {
      this.#places.push({ track, top: top + kName });
      top += kName + track.rows * kRow + kGap;
    }
    // Browsers give up on higher canvases; the table still has every track.
    this.#canvas.style.height = `${Math.min(top, 8000)}px`;
    const slices = trace.tracks.reduce((sum, track) => sum + track.slices.length, 0);
    setText(
      this.#said,
      `${plural(slices, 'slice')} on ${plural(trace.tracks.length, 'track')}, ${span(trace.end - trace.start)} in all.`,
    );
    this.#notes.replaceChildren(...trace.notes.map((note) => make('li', '', note)));
    this.#notes.hidden = trace.notes.length === 0;
    this.#body.replaceChildren(...trace.tracks.map(row));
    this.#dialog.showModal();
    this.#whole();
  }

  get #width(): number {
    return Math.max(1, this.#canvas.clientWidth);
  }
  #timeAt(x: number): number {
    return this.#from + (x / this.#width) * (this.#to - this.#from);
  }
  #whole(): void {
    if (this.#trace === null) return;
    const { start, end } = this.#trace;
    const edge = Math.max((end - start) * 0.01, Math.abs(start) * 1e-12, 1e-3);
    [this.#from, this.#to] = [start - edge, end + edge];
    this.#draw();
  }
  #zoom(factor: number, around: number): void {
    if (this.#trace === null) return;
    const most = 4 * Math.max(1, this.#trace.end - this.#trace.start);
    const wide = this.#to - this.#from;
    const next = Math.min(most, Math.max(1e-3, Math.abs(around) * 1e-12, wide * factor));
    this.#from = around - ((around - this.#from) / wide) * next;
    this.#to = this.#from + next;
    this.#draw();
  }
  #move(part: number): void {
    const by = part * (this.#to - this.#from);
    [this.#from, this.#to] = [this.#from + by, this.#to + by];
    this.#draw();
  }

  #sliceAt(x: number, y: number): TraceSlice | null {
    const place = this.#places.find(({ track, top }) => y >= top && y < top + track.rows * kRow);
    if (place === undefined) return null;
    const level = Math.floor((y - place.top) / kRow);
    const near = (3 / this.#width) * (this.#to - this.#from);
    const time = this.#timeAt(x);
    return (
      place.track.slices.find((one) => one.row === level && one.start - near <= time && time <= one.end + near) ?? null
    );
  }
  #choose(slice: TraceSlice | null): void {
    if (slice === null || this.#trace === null) return;
    this.#chosen = slice;
    const long = slice.end > slice.start ? `, ${span(slice.end - slice.start)} long` : '';
    setText(this.#said, `${slice.name || 'without a name'}: at ${span(slice.start - this.#trace.start)}${long}`);
    this.#draw();
  }

  #draw(): void {
    const context = this.#canvas.getContext('2d');
    const trace = this.#trace;
    if (context === null || trace === null || !this.#dialog.open) return;
    const ratio = devicePixelRatio;
    const [wide, high] = [this.#width, this.#canvas.clientHeight];
    this.#canvas.width = Math.round(wide * ratio);
    this.#canvas.height = Math.round(high * ratio);
    context.scale(ratio, ratio);
    const style = getComputedStyle(this.#canvas);
    const [text, dim, line] = ['--text', '--dim-text', '--faint-line'].map((name) => style.getPropertyValue(name));
    const scale = wide / (this.#to - this.#from);
    const at = (time: number): number => (time - this.#from) * scale;
    const isLight = style.colorScheme === 'light';
    context.font = `500 11px ${style.getPropertyValue('--words') || 'sans-serif'}`;
    context.textBaseline = 'middle';
    const step = roundStep((this.#to - this.#from) / Math.max(2, wide / 120));
    for (let n = Math.ceil((this.#from - trace.start) / step); trace.start + n * step <= this.#to; n++) {
      const x = at(trace.start + n * step);
      context.fillStyle = line ?? '';
      context.fillRect(Math.round(x), 0, 1, high);
      context.fillStyle = dim ?? '';
      context.fillText(span(n * step), x + 4, kAxis / 2);
    }
    for (const { track, top } of this.#places) {
      context.fillStyle = text ?? '';
      context.fillText(track.name, 4, top - kName / 2, wide - 8);
      const drawn: number[] = []; // how far each row is drawn, so that a crowd costs no more than its pixels
      for (const slice of track.slices) {
        if (slice.end < this.#from || slice.start > this.#to) continue;
        const left = Math.max(-2, at(slice.start));
        const right = Math.min(wide + 2, Math.max(left + 1.5, at(slice.end)));
        if (right <= (drawn[slice.row] ?? -Infinity) + 0.5) continue;
        drawn[slice.row] = right;
        const y = top + slice.row * kRow;
        context.fillStyle = isLight ? `hsl(${hueOf(slice.name)} 48% 82%)` : `hsl(${hueOf(slice.name)} 38% 34%)`;
        context.fillRect(left, y, right - left - (right - left > 3 ? 1 : 0), kRow - 2);
        if (slice === this.#chosen) {
          context.strokeStyle = text ?? '';
          context.strokeRect(left + 0.5, y + 0.5, right - left - 1, kRow - 3);
        }
        if (right - left < 24) continue;
        context.save();
        context.beginPath();
        context.rect(left, y, right - left - 4, kRow);
        context.clip();
        context.fillStyle = text ?? '';
        context.fillText(slice.name, Math.max(left, 0) + 5, y + kRow / 2 - 0.5);
        context.restore();
      }
    }
  }
}

function row(track: TraceTrack): HTMLElement {
  const out = make('tr');
  const name = make('th', '', track.name);
  name.scope = 'row';
  const busy = track.slices.reduce((sum, one) => (one.row === 0 ? sum + one.end - one.start : sum), 0);
  out.append(name, make('td', 'number', track.slices.length.toLocaleString('en')), make('td', 'number', span(busy)));
  return out;
}

// One colour for one name.
function hueOf(name: string): number {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return kHues[sum % kHues.length] ?? 0;
}

// 1, 2 or 5 times a power of ten, at least `least`.
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1e-9)));
  return power * (least <= power ? 1 : least <= 2 * power ? 2 : least <= 5 * power ? 5 : 10);
}

// Microseconds as people say them.
export function span(us: number): string {
  const [value, unit] =
    Math.abs(us) >= 1e6 ? [us / 1e6, 's'] : Math.abs(us) >= 1e3 ? [us / 1e3, 'ms'] : [us, 'µs'];
  return `${Number(value.toPrecision(4))} ${unit}`;
}
