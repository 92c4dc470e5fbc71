// The five steps of the tour: what each points at, what is worth doing there, and when the first hint comes by itself.

import { byId } from './dom.ts';
import type { Frames } from './frames.ts';
import type { Panes } from './panes.ts';
import type { Item, Simul } from './simul.ts';
import type { Tour, TourStep } from './tour.ts';

// Which sleep is offered to the hand: the longest, since the whole program is as long as it.
export function longestEnd(items: readonly Item[]): Item | null {
  const ends = items.filter((item) => item.id.startsWith('sleep-end:'));
  return ends.reduce<Item | null>((best, item) => (best === null || item.x > best.x ? item : best), null);
}
// "B" of "End of the sleep of B, 2.0 s".
export const whose = (label: string): string => /sleep of ([^,]+)/.exec(label)?.[1] ?? '';

export function firstSteps(simul: Simul, panes: Panes): TourStep[] {
  const canvas = byId('canvas', HTMLElement);
  const onCanvas = (item: Item | null): DOMRect | null => {
    const box = canvas.getBoundingClientRect();
    return item === null || box.width === 0 ? null : new DOMRect(box.x + item.x, box.y + item.y, item.w, item.h);
  };
  const shown = (id: string): DOMRect | null => {
    const one = document.getElementById(id);
    return one?.checkVisibility() ? one.getBoundingClientRect() : null;
  };
  const pane = (name: string): DOMRect | null =>
    document.querySelector(`#pane-tabs [data-pane=${name}]`)?.getBoundingClientRect() ?? null;
  const inPhone = (name: string, id: string) => (): DOMRect | null => (panes.narrow ? pane(name) : shown(id));
  const end = (): Item | null => longestEnd(simul.items());
  const name = whose(end()?.label ?? '');
  return [
    {
      title: name === '' ? 'Drag the end of a sleep' : `Drag the end of ${name}’s sleep`,
      words:
        'Each row is a task. Pull the end of a dotted bar: the number in the program changes with it, and so does the future. Esc takes it back.',
      enter: () => panes.narrow && panes.show('watch'),
      target: () => onCanvas(end()),
    },
    {
      title: 'The text is the truth',
      words: 'Whatever you do on the right is one edit on the left. Ctrl+Z in the program undoes it; typing there changes the picture.',
      enter: () => panes.narrow && panes.show('code'),
      target: () => (panes.narrow ? pane('code') : shown('split-rows')),
    },
    {
      title: 'Add a step',
      words: 'Compose shows the program as steps. Add a sleep, a print or a timeout anywhere: each entry shows the code it writes. Every way works by keyboard too.',
      enter: () => panes.show('compose'),
      target: inPhone('compose', 'tab-compose'),
    },
    {
      title: 'Change how it runs',
      words: 'Refactor … makes steps run at once, limits them or gives them a timeout. You see the change first, and what both programs print. The key is Ctrl and a full stop.',
      enter: () => panes.show('compose'),
      target: () => shown('compose-refactor'),
    },
    {
      title: 'Run it, and pass it on',
      words: 'Play runs it from the beginning. Share puts the whole program into a link. The ? button has all keys, and this tour again.',
      target: () => shown('share-button'),
    },
  ];
}

// The first hint comes when there is something to point at: the scene was played, and its picture stands still. On a slow
// machine that takes a while, and a frame that is late is no picture that stands.
export function tourWhenShown(simul: Simul, frames: Frames, tour: Tour): void {
  let run: number | null = null;
  let before = '';
  let same = 0;
  const timer = setInterval(() => {
    const learning = !byId('lesson', HTMLElement).hidden;
    if (learning || tour.step >= 0 || (run !== null && simul.runs() !== run)) return clearInterval(timer);
    if (simul.state().state !== 'finished') return;
    run = simul.runs();
    const { looking_back, time_s } = simul.control(performance.now());
    const now = `${simul.frames()} ${time_s}`;
    same = now === before && looking_back && !document.hidden ? same + 1 : 0;
    before = now;
    if (same < 2 || longestEnd(simul.items()) === null) return;
    clearInterval(timer);
    simul.end_hint(); // one thing at a time
    frames.request();
    tour.begin(false);
  }, 200);
}
