// Gestures on the timeline that write: a task's start is dragged, a wait is pulled onto the one before it, a slice's menu is
// taken: by mouse, by keys, by finger, each one undo. What the canvas offers for a slice the list of steps offers too.
import assert from 'node:assert/strict';
import { axe } from './reach.mjs';
import { at, becomes, Finger, Mouse, nothingPending, pending, settled } from './hands.mjs';
import { settled as still } from './scenes.mjs';

const two = `import asyncio


async def fetch(what, delay):
    await asyncio.sleep(delay)
    print(what)


async def main():
    await fetch("a", 1.0)  # first
    await fetch("b", 2.0)


asyncio.run(main())
`;
const twoAtOnce = two.replace(
  '    await fetch("a", 1.0)  # first\n    await fetch("b", 2.0)\n',
  '    await asyncio.gather(\n        fetch("a", 1.0),  # first\n        fetch("b", 2.0),\n    )\n',
);
const workers = `import asyncio


async def worker(name):
    await asyncio.sleep(1.0)
    print(name)


async def main():
    await asyncio.gather(worker("A"), worker("B"))


asyncio.run(main())
`;
const late = (by) =>
  workers
    .replace('worker(name):\n', `worker(name, start=0):\n    await asyncio.sleep(start)\n`)
    .replace('worker("B")', `worker("B", start=${by})`);
const blocks = `import asyncio
import time


async def main():
    time.sleep(1.0)
    print("a")


asyncio.run(main())
`;
// The import that nothing needs any more goes along.
const waits = blocks.replace('import time\n', '').replace('time.sleep', 'await asyncio.sleep');

async function ran(page, text) {
  await page.write(text);
  await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
  await page.run();
  await page.become('finished');
  await still(page);
}
async function shown(page, text) {
  await page.write(text);
  await settled(page);
  await still(page);
}
// The nth slice that has these words.
const slice = (page, words) =>
  page.until(
    (label) => {
      const item = window.__simul.items().find((one) => /^(slice|forecast):/.test(one.id) && one.label.includes(label));
      const box = document.querySelector('#canvas').getBoundingClientRect();
      return item && { x: box.x + item.x + item.w / 2, y: box.y + item.y + item.h / 2, w: item.w };
    },
    words,
    4000,
    words,
  );
const offersOf = (page) => page.tab.evaluate(() => window.__simul.items().find((one) => one.id === 'offers')?.label ?? '');

async function undone(page, hand, text) {
  if (hand instanceof Finger) await page.tab.tap('[data-pane=code]');
  await page.focusEditor();
  await page.undo();
  await becomes(page, text);
  if (hand instanceof Finger) {
    await page.tab.tap('[data-pane=watch]');
    await still(page);
  }
}

// The three gestures with something that points.
async function pointed(page, hand, show) {
  await show(workers);
  const grip = await page.until(() => {
    const items = window.__simul.items();
    const one = items.find((item) => item.id.startsWith('task-start:') && item.label === 'Start of B');
    const box = document.querySelector('#canvas').getBoundingClientRect();
    return one && { x: box.x + one.x + one.w / 2, y: box.y + one.y + one.h / 2 };
  }, 'the start of B');
  const { w } = await slice(page, 'B: sleeps');
  await hand.down(grip);
  await hand.move({ x: grip.x + w / 2, y: grip.y });
  await pending(page);
  await page.see('#pending', 'Dragging the start of B', 4000).catch(async (error) => {
    if (!(hand instanceof Finger)) throw error; // on a phone the program, with its card, is another pane
  });
  assert.equal(await page.text(), workers, 'nothing is written before the hand lets go');
  await hand.up();
  await nothingPending(page);
  const [, by] = /start=(0\.\d+)/.exec(await page.text()) ?? [];
  assert.ok(Number(by) > 0.3 && Number(by) < 0.7, `${by} after half a second's way`);
  await becomes(page, late(by));
  await undone(page, hand, workers);

  await show(two);
  const second = await slice(page, 'sleeps 2.00 s');
  const first = await slice(page, 'sleeps 1.00 s');
  await hand.down(second);
  await hand.move({ x: second.x - first.w * 0.8, y: second.y });
  await pending(page);
  assert.equal(await page.text(), two);
  await hand.up();
  // Let go, it asks which way: gather or a TaskGroup.
  const gather = await at(page, 'Run these concurrently: gather');
  await still(page);
  await hand.press(gather);
  if (hand instanceof Finger && (await page.text()) === two) await hand.press(gather);
  await becomes(page, twoAtOnce);
  await undone(page, hand, two);

  await show(blocks);
  const held = await slice(page, 'main: time.sleep(1.0)');
  if (hand instanceof Finger) {
    await hand.press(held);
    await still(page);
    await hand.press(await at(page, 'slice-offers'));
    await still(page);
  } else await page.tab.mouse.click(held.x, held.y, { button: 'right' });
  const free = await at(page, 'Let the others run: await asyncio.sleep');
  await still(page);
  if (hand instanceof Finger) {
    await hand.press(free); // shows first what it would do
    await still(page);
    await pending(page);
    assert.equal(await page.text(), blocks);
  }
  await hand.press(free);
  await becomes(page, waits);
  await undone(page, hand, blocks);
}

export const tests = [
  {
    name: 'timeline: by mouse, a start is dragged, two waits are pulled together, a blocking slice is freed; each is one undo',
    open: { width: 1440, height: 900 },
    async run(page) {
      const hand = new Mouse(page);
      await pointed(page, hand, (text) => shown(page, text));
      // Escape, and typing, while a start is under the hand.
      await shown(page, workers);
      const grip = await at(page, 'Start of B');
      for (const end of ['Escape', 'typing']) {
        await hand.down(grip);
        await hand.move({ x: grip.x + 120, y: grip.y });
        await pending(page);
        if (end === 'Escape') await page.press('Escape');
        else {
          await page.focusEditor();
          await page.press('Control', 'End');
          await page.tab.keyboard.type('# typed');
        }
        await nothingPending(page);
        await hand.up();
        await becomes(page, end === 'Escape' ? workers : `${workers}# typed`);
      }
    },
  },
  {
    name: 'timeline: the same with a finger on a phone',
    open: { width: 390, height: 844, ratio: 2 },
    async run(page) {
      await page.tab.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
      await page.ready();
      await pointed(page, new Finger(page), async (text) => {
        await page.tab.tap('[data-pane=code]');
        await page.write(text);
        await settled(page);
        await page.tab.tap('[data-pane=watch]');
        await still(page);
      });
    },
  },
  {
    name: 'timeline: by keys, M at a slice: later, together, no blocking, refused with a reason; Escape leaves the text',
    open: { width: 1440, height: 900 },
    async run(page) {
      // The menu of the first slice of a task, and the row with these words.
      const menu = async (task) => {
        await page.tab.focus('#canvas');
        for (let n = 0; n < 6; n++) {
          await page.press('m');
          await page.until(() => window.__simul.items().some((one) => one.id === 'offers'), 'the menu');
          await still(page);
          if ((await offersOf(page)).includes(`${task},`)) return;
          await page.press('Escape');
          await still(page);
          await page.press('ArrowDown');
          await still(page);
        }
        assert.fail(`no menu of ${task}, but ${await offersOf(page)}`);
      };
      const take = async (words) => {
        const rows = (await page.items()).filter((one) => one.id.startsWith('offer:'));
        const to = rows.find((one) => one.label.startsWith(words));
        assert.ok(to, `${words} among ${rows.map((one) => one.label).join(' | ')}`);
        for (let n = 0; n < Number(to.id.slice('offer:'.length)); n++) {
          await page.press('ArrowDown');
          await still(page);
        }
        return to.label;
      };
      const undo = async (text) => {
        await page.focusEditor();
        await page.undo();
        await becomes(page, text);
      };
      await ran(page, workers);
      await menu('B');
      await take('Start B 0.5 s later');
      await pending(page);
      await page.press('Escape');
      await becomes(page, workers);
      await menu('B');
      await take('Start B 0.5 s later');
      await page.press('Enter');
      await becomes(page, late('0.5'));
      await undo(workers);
      await menu('B');
      assert.match(await take('Run these concurrently: gather'), /: no\. \S/);
      await page.press('Enter');
      await page.press('Escape');
      await becomes(page, workers);

      await ran(page, two);
      await menu('main');
      await take('Run these concurrently: gather');
      await page.press('Enter');
      await becomes(page, twoAtOnce);
      await undo(two);

      await ran(page, blocks);
      await menu('main');
      await take('Let the others run: await asyncio.sleep');
      await page.press('Enter');
      await becomes(page, waits);
      await undo(blocks);
    },
  },
  {
    name: 'timeline: the list of steps offers the same for a slice, each with its diff and its proof, or why not; by keys alone',
    open: { width: 1440, height: 900 },
    async run(page) {
      const open = async (text, step) => {
        await page.write(text);
        await page.click('#tab-compose');
        await settled(page);
        await page.tab.focus(`.title[aria-label^=${JSON.stringify(step)}]`);
        await page.press('t');
        await page.until(() => document.querySelector('#refactor').open, 'what is offered');
      };
      const words = () => page.tab.$$eval('#refactor-list button', (all) => all.map((one) => one.textContent));
      const choose = async (id) => {
        for (let n = 0; n < 12; n++) {
          if ((await page.tab.evaluate(() => document.activeElement.dataset.refactor)) === id) return;
          await page.press('ArrowDown');
        }
        assert.fail(`${id} is not in the list: ${await words()}`);
      };
      await open(workers, 'sleep, 1.0');
      assert.equal(await page.tab.$eval('#refactor-name', (one) => one.textContent), 'What the timeline offers');
      const slices = await page.tab.$$eval('#refactor-slice option', (all) => all.map((one) => one.textContent));
      assert.deepEqual(slices, ['A, sleeping, 0.000 to 1.000 s', 'B, sleeping, 0.000 to 1.000 s']);
      await axe(page);
      // Which slice it is about is a field of its own.
      await page.press('Shift', 'Tab');
      await page.press('ArrowDown');
      await page.see('#refactor-about', 'B, sleeping');
      await page.press('Tab');
      await choose('later');
      await page.see('#refactor-diff', 'start=0.5');
      await page.see('#refactor-proof', '2 lines');
      await choose('sequential-to-gather');
      assert.ok(await page.tab.$eval('#refactor-why', (one) => one.matches('.refused') && one.textContent.length > 10));
      assert.ok(await page.tab.$eval('#refactor-apply', (one) => one.disabled));
      await choose('later');
      await page.press('Enter');
      await becomes(page, late('0.5'));
      await page.press('Control', 'z');
      await becomes(page, workers);

      // What the canvas's own menu has, in the same order, but for the refused ones, which come last here.
      await page.tab.focus('#canvas');
      await page.press('m');
      await page.until(() => window.__simul.items().some((one) => one.id === 'offer:0'), 'the menu');
      // Without the buttons of one that asks for a number, which is a field here.
      const offers = (await page.items()).filter((one) => /^offer:\d+$/.test(one.id));
      const there = offers.map((one) => one.label.replace(/: no\. .*|: \d+, the arrows change it$/, ''));
      await page.press('Escape');
      await still(page);
      await page.tab.focus('.title[aria-label^="gather"]');
      await page.press('t');
      await page.until(() => document.querySelector('#refactor').open, 'what is offered');
      assert.deepEqual((await words()).sort(), there.sort());
      await page.press('Escape');

      await open(blocks, 'blocking');
      await choose('unblock');
      await page.press('Enter');
      await becomes(page, waits);
      await page.tab.focus('.title[aria-label^="print"]');
      await page.press('t');
      await page.see('#notice', 'no slice in the picture');
    },
  },
];
