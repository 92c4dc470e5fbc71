// web/tour.ts: where its card stands, and that it comes once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstTour, placed } from '../../web/tour.ts';

const window = { width: 800, height: 600 };
const card = { width: 200, height: 100 };
const rect = (left: number, top: number, width = 20, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

test('the card stands below what it points at, or above where there is no room', () => {
  assert.deepEqual(placed(rect(390, 100), card, window), { left: 300, top: 130, side: 'below' });
  assert.deepEqual(placed(rect(390, 550), card, window), { left: 300, top: 440, side: 'above' });
});

test('the card never leaves the window', () => {
  for (const x of [-50, 0, 790, 900]) {
    for (const y of [-50, 0, 300, 590, 700]) {
      const { left, top } = placed(rect(x, y), card, window);
      assert.ok(left >= 8 && left + card.width <= 792, `${x} ${y}: ${left}`);
      assert.ok(top >= 8 && top + card.height <= 592, `${x} ${y}: ${top}`);
    }
  }
});

test('the tour comes once in a browser, and never where nothing is kept', () => {
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  assert.equal(firstTour(shelf), true);
  assert.equal(firstTour(shelf), false);
  assert.equal(firstTour(null), false);
  const full = {
    ...shelf,
    getItem: () => null,
    setItem: () => {
      throw new Error('quota');
    },
  };
  assert.equal(firstTour(full), false);
});
