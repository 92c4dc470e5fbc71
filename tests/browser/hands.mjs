// What hands do on the canvas, in the words of the tests: with a mouse, with a finger; and what the page shows meanwhile.
import assert from 'node:assert/strict';
import { settled as still } from './scenes.mjs';

export const settled = (page) => page.until(() => window.__simul.settled(), 'the page has settled');
// Opens the cards on the canvas, with room for them.
export async function open(page, text) {
  await page.write(text);
  await settled(page);
  await page.tab.focus('#canvas');
  await page.press('5');
  await page.until(() => window.__simul.items().some((one) => one.id.startsWith('block:')), 'the cards');
  await still(page);
}
// The middle of an item of the canvas whose id, or label, begins so.
export const at = (page, words) =>
  page.until(
    (begin) => {
      const item = window.__simul.items().find((one) => one.id === begin || one.label.startsWith(begin));
      const box = document.querySelector('#canvas').getBoundingClientRect();
      return item && { x: box.x + item.x + item.w / 2, y: box.y + item.y + item.h / 2, top: box.y + item.y, bottom: box.y + item.y + item.h, left: box.x + item.x };
    },
    words,
    4000,
    words,
  );
export const pending = (page) =>
  page.until(
    () => document.querySelector('#editor').shadowRoot.querySelector('.cm-pending, .cm-pending-lines, .cm-pending-gone') !== null,
    'what the gesture would write, in the text',
    15_000, // of two thousand lines
  );
export const nothingPending = (page) =>
  page.until(
    () =>
      document.querySelector('#pending').hidden &&
      document.querySelector('#editor').shadowRoot.querySelector('.cm-pending, .cm-pending-lines, .cm-pending-gone') === null &&
      window.__simul.settled(),
    'nothing pending',
  );
export async function becomes(page, text) {
  await page.until((wanted) => window.__simul.text() === wanted && window.__simul.settled(), 'the text of the gesture', 8000, text).catch(async () =>
    assert.equal(await page.text(), text),
  );
  await nothingPending(page);
  await still(page);
}

export class Mouse {
  constructor(page) {
    this.page = page;
  }
  async down(from) {
    this.from = from;
    await this.page.tab.mouse.move(from.x, from.y);
    await still(this.page); // what is under it knows so from the frame before
    await this.page.tab.mouse.down();
  }
  async move(to) {
    for (let n = 1; n <= 5; n++)
      await this.page.tab.mouse.move(this.from.x + ((to.x - this.from.x) * n) / 5, this.from.y + ((to.y - this.from.y) * n) / 5);
    this.from = to;
  }
  up() {
    return this.page.tab.mouse.up();
  }
  press(place) {
    return this.page.tab.mouse.click(place.x, place.y);
  }
}
export class Finger {
  constructor(page) {
    this.page = page;
  }
  async down(from) {
    this.from = from;
    this.finger = await this.page.tab.touchscreen.touchStart(from.x, from.y);
    await still(this.page);
  }
  async move(to) {
    for (let n = 1; n <= 5; n++)
      await this.finger.move(this.from.x + ((to.x - this.from.x) * n) / 5, this.from.y + ((to.y - this.from.y) * n) / 5);
    this.from = to;
  }
  up() {
    return this.finger.end();
  }
  press(place) {
    return this.page.tab.touchscreen.tap(place.x, place.y);
  }
}
// Between this step and the one below it.
export const below = (place) => ({ x: place.x, y: place.bottom + 3 });
export const above = (place) => ({ x: place.x, y: place.top - 3 });

export async function drag(hand, from, to) {
  const { page } = hand;
  const before = await page.text();
  await hand.down(from);
  await hand.move(to);
  await pending(page);
  assert.equal(await page.text(), before, 'nothing is written before the hand lets go');
  await hand.up();
}
