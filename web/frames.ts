// Draws the canvas, and only when somebody asked: an idle page draws nothing. A frame never runs the event loop.

import { Frame, type Simul } from './simul.ts';

export class Frames {
  readonly #simul: Simul;
  readonly #canvas: HTMLCanvasElement;
  readonly #drawn: () => void;
  #pending = 0;
  #possible = false;
  #first = false;

  // drawn: called after each frame, since what was clicked takes effect while it is drawn.
  constructor(simul: Simul, canvas: HTMLCanvasElement, drawn: () => void) {
    this.#simul = simul;
    this.#canvas = canvas;
    this.#drawn = drawn;
  }

  // False while there is no context or no size: requests are then forgotten.
  set possible(possible: boolean) {
    this.#possible = possible;
    if (possible) this.request();
  }

  request(): void {
    if (!this.#possible || this.#pending !== 0) return;
    this.#pending = requestAnimationFrame(() => {
      this.#pending = 0;
      this.draw();
    });
  }

  // At once: from inside a resize, where a frame later would show a stretched picture.
  draw(): void {
    if (!this.#possible) return;
    const wish = this.#simul.frame(performance.now());
    if (!this.#first) performance.mark('simul-first-frame');
    this.#first = true;
    const cursor =
      wish & Frame.grabbing ? 'grabbing' : wish & Frame.resize ? 'ew-resize' : wish & Frame.hand ? 'pointer' : '';
    if (this.#canvas.style.cursor !== cursor) this.#canvas.style.cursor = cursor;
    if (wish & Frame.again) this.request();
    this.#drawn();
  }
}
