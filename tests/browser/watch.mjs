// Watching: every gesture with mouse, keyboard and touch; time goes both ways; and what a visitor sees first.
import assert from 'node:assert/strict';
import { sleep } from './browser.mjs';
import { openScene, scenes, settled } from './scenes.mjs';

const item = async (page, id) => (await page.items()).find((one) => one.id === id);
// Ids are the trace's, which change with what asyncio makes; people know tasks by name.
async function idOf(page, name) {
  const track = (await page.items()).find((one) => one.id.startsWith('track:') && one.label === name);
  return track && track.id.slice(6);
}
const hasLane = async (page, name) => (await idOf(page, name)) !== undefined;
const sleepOf = async (page, name) =>
  (await page.items()).find((one) => one.id.startsWith('slice:') && one.label.startsWith(`${name}: sleep`));
const canvasBox = (page) => page.tab.$eval('#canvas', (one) => one.getBoundingClientRect().toJSON());
const blocking = scenes[0];

// The run of a scene, not frozen: it can be looked back at.
async function ended(page, scene = blocking) {
  await openScene(page, scene);
  await page.tab.evaluate(() => window.__simul.freeze(-1));
  await settled(page);
}
const openExample = (page, id) =>
  page.tab.evaluate((example) => {
    document.querySelector('#gallery-button').click();
    document.querySelector(`#gallery [data-example=${example}]`).click();
  }, id);
const shown = (page) => page.tab.evaluate(() => window.__simul.control().time_s);
const events = (page) => page.tab.evaluate(() => window.__simul.control().events);

async function dragOnCanvas(page, from, to, { shift = false } = {}) {
  const box = await canvasBox(page);
  if (shift) await page.tab.keyboard.down('Shift');
  await page.tab.mouse.move(box.x + from[0], box.y + from[1]);
  await page.tab.mouse.down();
  await page.tab.mouse.move(box.x + to[0], box.y + to[1], { steps: 6 });
  await sleep(80);
  await page.tab.mouse.up();
  if (shift) await page.tab.keyboard.up('Shift');
  await settled(page);
}

export const tests = [
  {
    name: 'a first visit shows a scene that runs by itself and stops at a telling moment; the second does not',
    open: { first: true },
    async run(page) {
      await page.become('finished');
      await page.until(() => window.__simul.control().looking_back, 'the picture goes from the start');
      await page.until(() => window.__simul.control().time_s > 0.7, 'it comes to the telling moment', 8000);
      await settled(page);
      const time = await shown(page);
      assert.ok(time > 0.7 && time < 2, `stopped at ${time}`);
      await page.see('#output', 'B done');
      await page.reload();
      assert.equal((await page.state()).state, 'idle');
    },
  },
  {
    name: 'a first visit without motion stands at once at the telling moment',
    open: { first: true },
    async run(page) {
      await page.tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.tab.evaluate(() => localStorage.clear());
      await page.reload();
      await page.become('finished');
      await settled(page);
      assert.ok((await shown(page)) > 0.7);
    },
  },
  {
    name: 'mouse: the ruler scrubs, the wheel zooms to the pointer, a drag pans, Shift marks a part, Fit shows all',
    async run(page) {
      await ended(page);
      const ruler = await item(page, 'ruler');
      const y = ruler.y + ruler.h / 2;
      await dragOnCanvas(page, [ruler.x + ruler.w * 0.1, y], [ruler.x + ruler.w * 0.5, y]);
      const half = await shown(page);
      assert.ok(half > 0.8 && half < 1.4, `scrubbed to ${half}`);
      const box = await canvasBox(page);
      const before = await sleepOf(page, 'B');
      const x = before.x + before.w * 0.25;
      await page.tab.mouse.move(box.x + x, box.y + before.y + 8);
      await page.tab.mouse.wheel({ deltaY: -200 });
      await settled(page);
      const after = await sleepOf(page, 'B');
      assert.ok(after.w > before.w * 1.2, 'the wheel came closer');
      assert.ok(await item(page, 'overview'), 'a part is seen, so the whole is there in small');
      const lanes = await item(page, 'lanes');
      const low = lanes.y + lanes.h - 6;
      await dragOnCanvas(page, [lanes.x + 300, low], [lanes.x + 200, low]);
      const panned = await sleepOf(page, 'B');
      assert.ok(panned.x + panned.w < after.x + after.w - 50 || panned.x < after.x + 1, 'the picture moved left');
      await page.clickItem('fit');
      await settled(page);
      assert.equal(await item(page, 'overview'), undefined);
      await dragOnCanvas(page, [lanes.x + 100, low], [lanes.x + 300, low], { shift: true });
      assert.ok(await item(page, 'overview'), 'what was marked fills the picture');
    },
  },
  {
    name: 'mouse: fold, pin, choose; the panel is pulled, put away, and is as it was after a reload',
    async run(page) {
      await ended(page);
      const [main, a] = [await idOf(page, 'main'), await idOf(page, 'A')];
      await page.clickItem(`fold:${main}`);
      await settled(page);
      assert.equal(await hasLane(page, 'A'), false);
      await page.clickItem(`fold:${main}`);
      await settled(page);
      await page.clickItem(`track:${a}`);
      await settled(page);
      await page.clickItem(`pin:${a}`);
      await settled(page);
      const loop = await item(page, 'track:0');
      assert.ok(Math.abs((await item(page, `track:${a}`)).y - loop.y - loop.h) < 1.5, 'pinned below the loop');
      await page.clickItem('panel:shut');
      await settled(page);
      const edge = (await item(page, 'panel:edge')).y;
      await page.reload();
      await sleep(300);
      assert.ok(Math.abs((await item(page, 'panel:edge')).y - edge) < 2, 'still away after a reload');
    },
  },
  {
    name: 'keyboard: steps and turns back and on, panels, zoom, filter, the sheet of keys',
    async run(page) {
      await ended(page);
      await page.tab.focus('#canvas');
      const end = await events(page);
      const seen = [];
      for (let n = 0; n < 4; n++) {
        await page.press(',');
        await settled(page);
        seen.push(await events(page));
      }
      assert.ok(seen[0] < end && seen[3] < seen[0], `${seen}`);
      await page.press('.');
      await settled(page);
      assert.equal(await events(page), seen[2], 'a step on is the step back again');
      await page.press('<');
      await settled(page);
      assert.ok((await events(page)) < seen[2]);
      await page.press('End');
      await settled(page);
      assert.equal(await events(page), end);
      for (const key of ['2', '3', '4', '1']) await page.press(key);
      await page.press('+');
      await settled(page);
      assert.ok(await item(page, 'overview'));
      await page.press('f');
      await settled(page);
      await page.press('/');
      await page.tab.keyboard.type('report');
      await settled(page);
      assert.equal(await hasLane(page, 'A'), false);
      assert.ok(await hasLane(page, 'report'));
      await page.press('Escape');
      await settled(page);
      assert.ok(await hasLane(page, 'A'));
      await page.press('?');
      assert.ok(await page.tab.$eval('#help', (one) => one.open));
    },
  },
  {
    name: 'keyboard: Tab goes through the controls of the canvas and leaves it behind the last',
    async run(page) {
      await ended(page);
      await page.tab.focus('#canvas');
      let n = 0;
      for (; n < 80 && (await page.tab.evaluate(() => document.activeElement.id)) === 'canvas'; n++)
        await page.press('Tab');
      assert.ok(n > 10 && n < 80, `left after ${n}`);
    },
  },
  {
    name: 'touch: a finger pans, two pinch, a press chooses; on a phone the scrubber goes back in time',
    open: { width: 390, height: 844, ratio: 2 },
    async run(page) {
      await page.tab.evaluate(() => document.querySelector('[data-pane=watch]').click());
      await ended(page);
      const box = await canvasBox(page);
      const bar = await sleepOf(page, 'B');
      const y = box.y + bar.y + bar.h / 2;
      const touch = page.tab.touchscreen;
      await touch.tap(box.x + bar.x + bar.w / 2, y);
      await settled(page);
      const client = await page.tab.createCDPSession();
      const fingers = async (type, points) =>
        client.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
        });
      const middle = box.x + bar.x + bar.w / 2;
      await fingers('touchStart', [[middle - 30, y], [middle + 30, y]]);
      for (let apart = 30; apart <= 90; apart += 10) {
        await fingers('touchMove', [[middle - apart, y], [middle + apart, y]]);
        await sleep(20);
      }
      await fingers('touchEnd', []);
      await settled(page);
      // The browser hands touches on with its own frames; the small picture of the whole then slides in.
      for (let n = 0; n < 40 && !(await item(page, 'overview')); n++) await sleep(100);
      assert.ok(await item(page, 'overview'), 'pinched closer');
      await settled(page);
      const closer = await sleepOf(page, 'B');
      await fingers('touchStart', [[middle, y]]);
      for (let x = 0; x <= 80; x += 16) {
        await fingers('touchMove', [[middle - x, y]]);
        await sleep(20);
      }
      await fingers('touchEnd', []);
      await settled(page);
      const moved = await sleepOf(page, 'B');
      assert.ok(moved.x < closer.x || moved.x + moved.w < closer.x + closer.w, 'panned');
      await page.tab.$eval('#scrub', (one) => {
        one.value = '5';
        one.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await settled(page);
      assert.equal(await events(page), 5);
      assert.equal((await page.items()).filter((one) => one.id === 'play').length, 0, 'one Play is enough');
    },
  },
  {
    name: 'the twin says the steps in their order and names the next before it is taken',
    async run(page) {
      await ended(page);
      await page.click('#tab-steps');
      await page.tab.focus('#canvas');
      await page.press('Home');
      await page.press('.');
      await page.press('.');
      await page.see('#steps-next', 'Next');
      await page.until(() => document.querySelector('#steps-said').textContent.includes('Next'), 'it is said aloud');
      const before = await page.tab.$eval('#steps-next', (one) => one.textContent);
      await page.press('.');
      await page.until((text) => document.querySelector('#steps-next').textContent !== text, 'another is next', 4000, before);
    },
  },
  {
    name: 'what went wrong is listed with evidence and a fix, on the canvas and in the twin',
    async run(page) {
      await ended(page);
      await page.click('#tab-problems');
      await page.see('#findings', 'Line 13 blocks');
      await page.see('#findings', 'Fix:');
      await page.click('#findings .link');
      await page.until(() => window.__simul.control().looking_back, 'evidence is a way to its moment');
      await page.clickItem('tab:findings');
      await settled(page);
      assert.ok(await item(page, 'finding:0'));
    },
  },
  {
    name: 'a breakpoint in the editor’s gutter stops the run before its line',
    async run(page) {
      await page.focusEditor();
      await page.press('Control', 'Home');
      for (let n = 0; n < 6; n++) await page.press('ArrowDown'); // line 7: print(… done)
      await page.press('F9');
      assert.equal((await page.inEditor('.cm-dot')).length >= 1, true);
      await page.run();
      await page.become('paused');
      const stop = await page.tab.evaluate(() => window.__simul.control().stop);
      assert.equal(stop.reason, 'breakpoint');
      assert.equal(stop.line, 7);
    },
  },
  {
    name: 'an edited delay moves the forecast within the edit, the run before stays beneath, and undo brings it back',
    async run(page) {
      await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
      await page.run();
      await page.become('finished');
      const text = await page.text();
      assert.ok(text.includes('2.0'));
      await settled(page);
      const longest = (items) => Math.max(...items.map((one) => one.x + one.w));
      assert.equal((await page.items()).filter((one) => /^(before|forecast):/.test(one.id)).length, 0);
      await page.write(text.replace('2.0', '2.6'));
      await settled(page);
      const items = await page.items();
      const foreseen = items.filter((one) => one.id.startsWith('forecast:'));
      const before = items.filter((one) => one.id.startsWith('before:'));
      assert.ok(foreseen.some((one) => one.label.startsWith('B: sleep') && one.label.includes('2.600')), 'B will sleep longer');
      assert.ok(before.length > 0 && longest(before) < longest(foreseen), 'the run before was shorter');
      assert.ok(!before.some((one) => one.label.startsWith('A:')), 'A does what it did');
      assert.match((await page.state()).sentence, /would end at 2\.600 s/);
      await page.undo();
      await settled(page);
      const after = await page.items();
      assert.ok(after.some((one) => one.id.startsWith('slice:')) && !after.some((one) => one.id.startsWith('before:')));
      await page.write(text.replace('2.0', '0.4'));
      await page.run();
      await page.become('finished');
      await settled(page);
      assert.ok((await page.items()).some((one) => one.id.startsWith('before:')), 'still beneath the new run');

      // A run that stands paused: the edit is foreseen, and what the run itself would do lies beneath.
      await page.write(text);
      await page.tab.focus('#canvas');
      await page.press('.');
      await page.become('paused');
      await page.write(text.replace('2.0', '2.6'));
      await settled(page);
      const ahead = await page.items();
      assert.ok(ahead.some((one) => one.id.startsWith('forecast:') && one.label.startsWith('B: sleep') && one.label.includes('2.600')), 'B would sleep longer');
      assert.ok(ahead.some((one) => one.id.startsWith('before:')), 'and the run goes on as before');
      assert.match((await page.state()).forecast_note, /run again for the edit/);
    },
  },
  {
    name: 'stop when: a run stands still as a task changes its state, and before the loop is held; set by keyboard alone',
    async run(page) {
      const kinds = async () => (await page.tab.evaluate(() => window.__simul.control())).stop;
      await openExample(page, 'one_blocking_call');
      await page.press('Shift', 'F9');
      await page.see('#stops', 'Stop when');
      await page.tab.focus('#stops-longer');
      await page.press('Enter');
      await page.see('#stops-list', 'more than 0.05');
      await page.tab.focus('#stops-task');
      await page.tab.keyboard.type('C');
      await page.tab.select('#stops-state', 'done');
      await page.tab.focus('#stops-task');
      await page.press('Enter');
      await page.see('#stops-list', 'C becomes done');
      await page.press('Escape');
      await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
      await page.run();
      await page.become('paused');
      assert.match((await kinds()).sentence, /report is about to block the loop for 1\.000 s/);
      assert.match((await page.state()).sentence, /about to block/);
      await page.tab.evaluate(() => document.querySelector('#run-button').click());
      await page.until(() => /C is done/.test(window.__simul.control().stop.sentence), 'it stops where C ends');
      await page.press('Shift', 'F9');
      for (let n = 0; n < 2; n++) await page.tab.click('#stops-list button');
      await page.see('#stops', 'Nothing is asked for');
      await page.press('Escape');
      await page.tab.evaluate(() => document.querySelector('#run-button').click());
      await page.become('finished');
    },
  },
  {
    name: 'a deadlock is told once, with its moments and its fix; the count of problems has the colour of the worst',
    async run(page) {
      await openExample(page, 'a_deadlock');
      await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
      await page.run();
      await page.become('finished');
      await page.tab.evaluate(() => document.querySelector('#tab-problems').click());
      await page.see('#findings', 'Everybody waits');
      const told = await page.tab.$$eval('#findings > li', (rows) => rows.filter((row) => /waits for|Everybody waits/.test(row.querySelector('strong').textContent)).length);
      assert.equal(told, 1);
      await page.see('#findings .deadlock', 'Fix:');
      const worst = () => page.tab.$eval('#problems-count', (one) => (one.hidden ? 'none' : one.dataset.worst));
      await page.write('import asyncio, time\n\n\nasync def main():\n    time.sleep(1)\n\n\nasyncio.run(main())\n');
      await page.until(() => !document.querySelector('#problems-count').hidden, 'a remark');
      assert.equal(await worst(), 'warning');
      await page.write('import asyncio\nasync def main(:\n');
      await page.until(() => document.querySelector('#problems-count').dataset.worst === 'error', 'an error');
    },
  },
];
