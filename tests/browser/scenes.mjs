// The ten scenes that show what can go wrong, or right, on one loop: each at the moment that tells most. Golden pictures and
// the pictures in docs/ are made of the same list.
import { limit } from './browser.mjs';

// example: its id in the gallery. key: the panel that tells it ("1" the loop, "2" who waits for whom, "4" what went wrong).
export const scenes = [
  { example: 'one_blocking_call', at: 1.25, key: '1' },
  { example: 'starvation', at: 0.62, key: '1' },
  { example: 'a_lock_convoy', at: 2.3, key: '1' },
  { example: 'a_deadlock', at: 1.01, key: '2' },
  { example: 'one_fails_all_stop', at: 1.25, key: '1' },
  { example: 'waits_a_while', at: 1.9, key: '1' },
  { example: 'retry', at: 2.4, key: '1' },
  { example: 'producer_and_consumer', at: 3.1, key: '1' },
  { example: 'fan_out', at: 0.5, key: '1' },
  { example: 'a_hundred_thousand_sleepers', at: 1.5, key: '1', within: 90_000 },
];

// Compare and the hall, under a canvas high enough for both.
export const panels = [
  { name: 'compare', example: 'simultaneous_exhibition', at: 647.5, key: '6' },
  { name: 'hall', example: 'simultaneous_exhibition', at: 647.5, key: '7' },
];
export const highPanel = () => localStorage.setItem('simul.panel', '430');

// within: milliseconds in which its run must have ended.
export async function openScene(page, scene, within = scene.within ?? 15_000) {
  await page.tab.evaluate((id) => {
    document.querySelector('#gallery-button').click();
    document.querySelector(`#gallery [data-example=${id}]`).click();
    document.querySelector('#mode-instant').click();
  }, scene.example);
  await page.run();
  await page.until(() => window.__simul.state().state === 'finished', `${scene.example} has ended`, within);
  // A program with a scene of its own brings that panel forward when it is drawn; the key comes after it.
  await settled(page);
  await page.tab.focus('#canvas');
  await page.press(scene.key);
  await page.tab.evaluate((time) => {
    document.activeElement?.blur();
    window.__simul.freeze(time);
  }, scene.at);
  await page.tab.mouse.move(10, 20);
  await settled(page);
}

// No frame for a while: what is drawn is what stays.
export async function settled(page) {
  const rests = await page.tab.evaluate(async (within) => {
    const end = performance.now() + within;
    for (let n = 0, before = -1; n < 40 || performance.now() < end; n++) {
      // A busy machine may not have come to draw at all: the browser's own frames count.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
      const frames = window.__simul.frames();
      if (frames === before) return true;
      before = frames;
      await new Promise((done) => setTimeout(done, 120));
    }
    return false;
  }, limit(8000));
  if (!rests) throw new Error('the canvas never comes to rest');
}
