// What the page keeps and tells of the canvas's own panels: how high the one below the timeline was left, and which item has
// the focus.

import { byId } from './dom.ts';
import { browserShelf } from './draft.ts';
import type { Runner } from './runner.ts';
import { Change, type Simul } from './simul.ts';

// The canvas is one element: who listens hears of what in it has the focus.
export function tellFocus(canvas: HTMLCanvasElement, words: string): void {
  const item = byId('canvas-item', HTMLElement);
  if (words === '') return canvas.removeAttribute('aria-activedescendant');
  if (item.getAttribute('aria-label') !== words) item.setAttribute('aria-label', words);
  if (!canvas.hasAttribute('aria-activedescendant')) canvas.setAttribute('aria-activedescendant', item.id);
}

// The panel below the timeline is as high as it was left.
export function rememberPanel(simul: Simul, runner: Runner): void {
  const shelf = browserShelf();
  const kPanel = 'simul.panel';
  try {
    const kept = Number(shelf?.getItem(kPanel) ?? -1);
    if (Number.isFinite(kept)) simul.set_panel(kept);
  } catch {
    // The usual height.
  }
  runner.on(Change.view, () => {
    try {
      if (simul.panel() >= 0) shelf?.setItem(kPanel, String(Math.round(simul.panel())));
    } catch {
      // Then it lasts until the page is closed.
    }
  });
}
