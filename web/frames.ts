// Draws the canvas, and only when somebody asked: an idle page draws nothing. A frame never runs the event loop.
//
// Where graphics are made by the processor, handing a picture over can hold the page for tens of milliseconds. While
// the loop waits for a timer such frames are drawn more rarely, and not just before it is due, so that the picture does not make
// the program late; else at once, as a hand may be moving something.

import { Frame, type Simul } from './simul.ts';

export interface FramesOwner {
  // After each frame: what was clicked takes effect while it is drawn.
  drawn(): void;
  // Milliseconds until the loop's next timer, Infinity without one.
  untilWake(): number;
}

const kCursors = [
  [Frame.grabbing, 'grabbing'],
  [Frame.rows, 'ns-resize'],
  [Frame.resize, 'ew-resize'],
  [Frame.hand, 'pointer'],
] as const;
const kCheap = 6;
const kLongestWait = 120;

export class Frames {
  readonly #simul: Simul;
  readonly #canvas: HTMLCanvasElement;
  readonly #owner: FramesOwner;
  readonly #handedOver = new MessageChannel();
  #pending = false;
  #possible = false;
  #first = false;
  #asked = 0;
  #cost = 0; // of a frame, in milliseconds of the page's own time

  constructor(simul: Simul, canvas: HTMLCanvasElement, owner: FramesOwner) {
    this.#simul = simul;
    this.#canvas = canvas;
    this.#owner = owner;
    this.#handedOver.port1.onmessage = ({ data }: MessageEvent<number>) => {
      this.#cost = 0.7 * this.#cost + 0.3 * (performance.now() - data);
    };
  }

  // False while there is no context or no size: requests are then forgotten.
  set possible(possible: boolean) {
    this.#possible = possible;
    if (possible) this.request();
  }

  request(): void {
    if (!this.#possible || this.#pending) return;
    this.#pending = true;
    this.#asked = performance.now();
    const timers = this.#owner.untilWake() !== Infinity;
    if (this.#cost > kCheap && timers) setTimeout(() => this.#soon(), 1.5 * this.#cost);
    else this.#soon();
  }

  // At once: from inside a resize, where a frame later would show a stretched picture.
  draw(): void {
    if (!this.#possible) return;
    const wish = this.#simul.frame(performance.now());
    if (!this.#first) performance.mark('simul-first-frame');
    this.#first = true;
    const cursor = kCursors.find(([bit]) => wish & bit)?.[1] ?? '';
    if (this.#canvas.style.cursor !== cursor) this.#canvas.style.cursor = cursor;
    if (wish & Frame.again) this.request();
    this.#owner.drawn();
  }

  #soon(): void {
    requestAnimationFrame(() => {
      const begin = performance.now();
      const wait = this.#owner.untilWake();
      if (this.#cost > kCheap && wait > 0 && wait < this.#cost && begin - this.#asked < kLongestWait) {
        setTimeout(() => this.#soon(), wait + 1);
        return;
      }
      this.#pending = false;
      this.draw();
      // Comes when the browser has handed the picture over.
      this.#handedOver.port2.postMessage(begin);
    });
  }
}
