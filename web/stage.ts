// The canvas as a thing of the page: its size in device pixels, its context that may be lost, its fonts and its theme.

import { byId, setText } from './dom.ts';
import type { Frames } from './frames.ts';
import { inOneFile, part } from './parts.ts';
import type { FontRole, Simul } from './simul.ts';
import type { Theme } from './theme.ts';

const kFonts = ['inter-400', 'inter-500', 'inter-600', 'jetbrains-mono-400', 'jetbrains-mono-500'] as const;

export class Stage {
  readonly #simul: Simul;
  readonly #frames: Frames;
  readonly #theme: Theme;
  readonly #canvas = byId('canvas', HTMLCanvasElement);
  readonly #message = byId('stage-message', HTMLElement);
  #alive = false;
  #sized = false;

  constructor(simul: Simul, frames: Frames, theme: Theme) {
    this.#simul = simul;
    this.#frames = frames;
    this.#theme = theme;
    this.#canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // or it never comes back
      this.#alive = false;
      this.#frames.possible = false;
      this.#simul.gl_lost();
      setText(
        this.#message,
        'The browser took the graphics away for a moment. The program goes on; the picture comes back by itself.',
      );
      this.#message.hidden = false;
    });
    this.#canvas.addEventListener('webglcontextrestored', () => this.#begin());
    theme.onChange(() => {
      this.#simul.theme(this.#theme.scheme, this.#theme.reducedMotion);
      this.#frames.request();
    });
  }

  // False: no WebGL2 here, and the page says so.
  start(fonts: readonly (Uint8Array | null)[]): boolean {
    fonts.forEach((file, role) => {
      if (file !== null) this.#simul.font(role as FontRole, file);
    });
    if (!this.#begin()) return false;
    this.#watchSize();
    return true;
  }

  #begin(): boolean {
    this.#alive = this.#simul.gl_ready();
    document.documentElement.classList.toggle('no-gl', !this.#alive);
    if (!this.#alive) {
      setText(
        this.#message,
        'This browser has no WebGL2, so the timeline cannot be drawn. Everything else works: play with the buttons below, and watch in Output and Tasks.',
      );
    }
    this.#message.hidden = this.#alive;
    this.#frames.possible = this.#alive && this.#sized;
    return this.#alive;
  }

  #watchSize(): void {
    const observer = new ResizeObserver(([entry]) => {
      const box = entry?.devicePixelContentBoxSize?.[0];
      const css = entry?.contentRect;
      if (css === undefined) return;
      const ratio = devicePixelRatio;
      this.#resize(
        box?.inlineSize ?? Math.round(css.width * ratio),
        box?.blockSize ?? Math.round(css.height * ratio),
        ratio,
      );
    });
    const observe = (): void => {
      observer.disconnect();
      try {
        observer.observe(this.#canvas, { box: 'device-pixel-content-box' });
      } catch {
        observer.observe(this.#canvas); // Safari
      }
    };
    // Moved to another screen, or zoomed: the ratio changes, sometimes with the same number of pixels.
    const watchRatio = (): void => {
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => (observe(), watchRatio()), {
        once: true,
      });
    };
    observe();
    watchRatio();
  }

  #resize(width: number, height: number, ratio: number): void {
    this.#sized = width > 0 && height > 0;
    if (this.#sized) {
      if (this.#canvas.width !== width) this.#canvas.width = width;
      if (this.#canvas.height !== height) this.#canvas.height = height;
      this.#simul.resize(width, height, ratio);
    }
    this.#frames.possible = this.#alive && this.#sized;
    this.#frames.draw();
  }
}

// The canvas draws the page's own fonts. A font that does not come is a null, and the canvas does without.
export function loadFonts(): Promise<(Uint8Array | null)[]> {
  return Promise.all(
    kFonts.map(async (name) => {
      try {
        const file = await part(`fonts/${name}.ttf`);
        if (inOneFile) giveToPage(name, file);
        return file;
      } catch {
        return null;
      }
    }),
  );
}

// Where there is no folder for style.css to take them from.
function giveToPage(name: string, file: Uint8Array<ArrayBuffer>): void {
  const family = name.startsWith('inter') ? 'Inter' : 'JetBrains Mono';
  document.fonts.add(new FontFace(family, file, { weight: name.slice(-3) }));
}
