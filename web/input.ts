// The canvas's pointer, wheel and keys, as C++ wants them. Nothing is listened to outside the canvas, so the editor's keys
// stay the editor's. Tab goes through the canvas's items and leaves behind the last; Escape leaves when it has no other use.

import { Mods, Pointer, type PointerKind, type Simul } from './simul.ts';

type WithMods = { shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean };
const mods = (event: WithMods): number =>
  (event.shiftKey ? Mods.shift : 0) |
  (event.ctrlKey ? Mods.ctrl : 0) |
  (event.altKey ? Mods.alt : 0) |
  (event.metaKey ? Mods.meta : 0);

// after: something may have changed.
export function listen(canvas: HTMLCanvasElement, simul: Simul, after: () => void): void {
  pointers(canvas, simul, after);
  canvas.addEventListener(
    'wheel',
    (event) => {
      // First of all: Firefox gives pixels or lines depending on whether the mode was read.
      const unit = [1, 100 / 3, 1000][event.deltaMode] ?? 1;
      event.preventDefault();
      simul.wheel(event.offsetX, event.offsetY, event.deltaX * unit, event.deltaY * unit, mods(event));
      after();
    },
    { passive: false },
  );
  canvas.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const used = simul.key(true, event.key, mods(event));
    if (used) event.preventDefault();
    else if (event.key === 'Escape') canvas.blur();
    after();
  });
  canvas.addEventListener('keyup', (event) => {
    simul.key(false, event.key, mods(event));
    after();
  });
  // From behind, the focus comes in at the last of the canvas's items.
  canvas.addEventListener('focus', () => (simul.focus(true), after()));
  canvas.addEventListener('blur', () => (simul.focus(false), after()));
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
}

function pointers(canvas: HTMLCanvasElement, simul: Simul, after: () => void): void {
  const fingers = new Map<number, { x: number; y: number }>();
  let pinch: { x: number; y: number; apart: number } | null = null;
  let holds: number | null = null; // the pointer whose button is down

  const send = (kind: PointerKind, event: PointerEvent): void => {
    simul.pointer(
      kind,
      event.offsetX,
      event.offsetY,
      Math.max(0, event.button),
      event.pointerType === 'touch',
      mods(event),
    );
    after();
  };
  // Two fingers are a wheel: their middle pans, their distance zooms as Ctrl and the wheel do.
  const between = (): { x: number; y: number; apart: number } => {
    const [a, b] = [...fingers.values()];
    if (a === undefined || b === undefined) return { x: 0, y: 0, apart: 1 };
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) };
  };

  canvas.addEventListener('pointerdown', (event) => {
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
      if (fingers.size === 2) {
        send(Pointer.cancel, event);
        pinch = between();
        return;
      }
      if (fingers.size > 2) return;
    }
    holds = event.pointerId;
    send(Pointer.down, event);
  });
  canvas.addEventListener('pointermove', (event) => {
    // Let go where nobody saw it: over another window, another tab.
    if (event.pointerId === holds && event.buttons === 0) return letGo();
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (pinch === null) return send(Pointer.move, event);
    const now = between();
    simul.wheel(now.x, now.y, pinch.x - now.x, pinch.y - now.y, 0);
    const zoom = -100 * Math.log2(now.apart / pinch.apart);
    if (Math.abs(zoom) > 0.5) simul.wheel(now.x, now.y, 0, zoom, Mods.ctrl);
    pinch = now;
    after();
  });
  const lift = (kind: PointerKind) => (event: PointerEvent) => {
    const pinched = pinch !== null;
    if (event.pointerId === holds) holds = null;
    fingers.delete(event.pointerId);
    if (fingers.size === 0) pinch = null;
    if (!pinched) send(kind, event);
  };
  // What a hand holds that is gone, or whose hand nobody sees any more, goes back to where it was.
  const letGo = (): void => {
    if (holds === null) return;
    holds = null;
    fingers.clear();
    pinch = null;
    simul.pointer(Pointer.cancel, 0, 0, 0, false, 0);
    after();
  };
  addEventListener('blur', letGo);
  document.addEventListener('visibilitychange', () => document.hidden && letGo());
  canvas.addEventListener('lostpointercapture', (event) => event.pointerId === holds && letGo());
  canvas.addEventListener('pointerup', lift(Pointer.up));
  canvas.addEventListener('pointercancel', lift(Pointer.cancel));
  canvas.addEventListener('pointerleave', (event) => {
    if (event.pointerType !== 'touch' || fingers.size === 0) send(Pointer.leave, event);
  });
}
