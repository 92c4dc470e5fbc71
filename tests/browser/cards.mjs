// Gestures on the canvas's own cards: by mouse, by finger, by key; and what ends a drag that was never let go.
import assert from 'node:assert/strict';
import { above, at, becomes, below, drag, Finger, Mouse, nothingPending, open, pending, settled } from './hands.mjs';
import { settled as still } from './scenes.mjs';

export const program = `import asyncio


async def main():
    print("a")  # first
    await asyncio.sleep(2.0)

    print("b")


asyncio.run(main())
`;

export const wired = `import asyncio


async def worker(name):
    print(name)
    await asyncio.sleep(1.0)


async def main():
    a = asyncio.create_task(worker("A"))
    b = asyncio.create_task(worker("B"))
    print("both")
    await asyncio.gather(worker("C"), worker("D"))


asyncio.run(main())
`;
const drawn = {
  into: wired.replace('worker("D"))', 'worker("D"), a)'),
  awaited: wired.replace('print("both")\n', 'print("both")\n    await b\n'),
  both: wired.replace('worker("B"))\n', 'worker("B"))\n    await asyncio.gather(a, b)\n'),
  cut: wired.replace(', worker("D")', ''),
  moved: wired.replace('    print("both")\n', '').replace('    print(name)\n', '    print("both")\n    print(name)\n'),
};

// Adds, moves, deletes and edits, each an undo of its own.
async function everyGesture(page, hand, touch) {
  const texts = [program];
  const next = async (text) => {
    await becomes(page, text);
    texts.push(text);
  };
  // A finger that only passes scrolls: it chooses first what it wants to carry.
  const choose = async (words) => {
    if (touch) await hand.press(await at(page, words));
    await still(page);
    return at(page, words);
  };
  await drag(hand, await at(page, 'add:print'), below(await at(page, 'sleep, 2.0')));
  await next(program.replace('(2.0)\n', '(2.0)\n    print("hello")\n'));
  await drag(hand, await choose('print, "b"'), above(await at(page, 'print, "a"')));
  await next(texts[1].replace('\n    print("b")\n', '').replace('    print("a")', '    print("b")\n    print("a")'));
  const bin = await at(page, 'add:sleep');
  await drag(hand, await choose('print, "hello"'), { x: bin.x, y: bin.y });
  await next(texts[2].replace('    print("hello")\n', ''));
  await hand.press(await at(page, 'sleep: seconds'));
  await page.until(() => document.activeElement?.matches('.canvas-field'), 'the field over the literal');
  await page.press('Control', 'a');
  await page.tab.keyboard.type('0.5');
  await page.press('Enter');
  await next(texts[3].replace('2.0', '0.5'));
  if (touch) await page.tab.tap('[data-pane=code]');
  await page.focusEditor();
  for (const text of texts.slice(0, -1).reverse()) {
    await page.undo();
    await becomes(page, text);
  }
  for (const text of texts.slice(1)) {
    await page.press('Control', 'y');
    await becomes(page, text);
  }
}

export const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
export const part = (all, share) => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))];

export const tests = [
  {
    name: 'cards: by mouse, a step is added, moved, deleted, a literal edited; each is one undo, and the text is as by hand',
    open: { width: 1440, height: 900 },
    async run(page) {
      await open(page, program);
      await everyGesture(page, new Mouse(page), false);
    },
  },
  {
    name: 'cards: the same with a finger on a phone',
    open: { width: 390, height: 844, ratio: 2, before: () => localStorage.setItem('simul.panel', '480') },
    async run(page) {
      await page.tab.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
      await page.ready();
      await page.write(program);
      await settled(page);
      await page.tab.tap('[data-pane=watch]');
      await still(page);
      const tab = await at(page, 'tab:compose');
      await page.tab.touchscreen.tap(tab.x, tab.y);
      await at(page, 'print, "a"');
      await still(page);
      const hand = new Finger(page);
      await everyGesture(page, hand, true);
      // A wire is two taps: the chosen step has its end inside, and then the goal.
      await page.tab.tap('[data-pane=code]');
      await page.write(wired);
      await settled(page);
      await page.tab.tap('[data-pane=watch]');
      await still(page);
      await hand.press(await at(page, 'create task: a = task of worker'));
      await still(page);
      await hand.press(await at(page, 'Wire from a = task of worker'));
      await still(page);
      await hand.press(await at(page, 'gather,'));
      await becomes(page, drawn.into);
    },
  },
  {
    name: 'cards: before the first run the arrows choose a task, M opens its menu, and who listens hears what has the focus',
    open: { width: 1440, height: 900 },
    async run(page) {
      await page.write(program);
      await settled(page);
      const hears = (words) =>
        page.until(
          (wanted) => {
            const id = document.querySelector('#canvas').getAttribute('aria-activedescendant');
            return id !== null && document.getElementById(id).getAttribute('aria-label').includes(wanted);
          },
          `“${words}” is what has the focus`,
          4000,
          words,
        );
      await page.tab.focus('#canvas');
      await page.press('ArrowDown');
      await hears('Chosen: ');
      await page.press('m');
      await page.until(() => window.__simul.items().some((one) => one.id === 'offers'), 'the menu');
      await page.press('Escape');
      await page.press('5');
      await at(page, 'sleep, 2.0');
      for (let n = 0; n < 40 && !(await page.tab.$eval('#canvas-item', (one) => one.getAttribute('aria-label') ?? '')).startsWith('sleep, 2.0'); n++) {
        await page.press('Tab');
        await still(page);
      }
      await hears('sleep, 2.0');
      await page.press('m');
      await page.until(() => window.__simul.items().some((one) => one.id === 'offers'), 'the menu of the step');
    },
  },
  {
    name: 'cards: undo goes back through gestures and typing in the order in which they were made',
    open: { width: 1440, height: 900 },
    async run(page) {
      await open(page, program);
      const hand = new Mouse(page);
      await drag(hand, await at(page, 'add:print'), below(await at(page, 'sleep, 2.0')));
      const one = program.replace('(2.0)\n', '(2.0)\n    print("hello")\n');
      await becomes(page, one);
      await page.focusEditor();
      await page.press('Control', 'End');
      await page.tab.keyboard.sendCharacter('# typed'); // at once: letters half a second apart are edits of their own
      const two = `${one}# typed`;
      await becomes(page, two);
      const end = await at(page, 'sleep-end:2:2');
      await drag(hand, end, { x: end.x - 120, y: end.y });
      await nothingPending(page);
      const three = await page.text();
      assert.match(three, /sleep\([01]\.\d+\)/);
      assert.equal(three.replace(/sleep\([\d.]+\)/, 'sleep(2.0)'), two);
      await page.focusEditor();
      for (const text of [two, one, program]) {
        await page.undo();
        await becomes(page, text);
      }
      for (const text of [one, two, three]) {
        await page.press('Control', 'y');
        await becomes(page, text);
      }
    },
  },
  {
    name: 'cards: a drop outside, Escape, a lost pointer, a left window and a hidden tab write nothing; typing ends a drag',
    open: { width: 1440, height: 900 },
    async run(page) {
      await open(page, program);
      const hand = new Mouse(page);
      const carry = async () => {
        await hand.down(await at(page, 'add:sleep'));
        await hand.move(below(await at(page, 'print, "a"')));
        await pending(page);
      };
      const ruler = await at(page, 'ruler');
      const outside = [
        ['over the timeline', async () => (await hand.move(ruler), await hand.up())],
        ['over the program', async () => (await hand.move({ x: 150, y: 300 }), await hand.up())],
        ['beyond the window', async () => (await hand.move({ x: 700, y: -60 }), await hand.up())],
        ['by Escape', async () => (await page.press('Escape'), await nothingPending(page), await hand.up())],
        [
          'as the window loses the focus',
          async () => (await page.tab.evaluate(() => window.dispatchEvent(new Event('blur'))), await nothingPending(page), await hand.up()),
        ],
        [
          'as the pointer is taken away',
          async () => {
            await page.tab.evaluate(() => document.querySelector('#canvas').dispatchEvent(new PointerEvent('pointercancel', { pointerId: 1, bubbles: true })));
            await nothingPending(page);
            await hand.up();
          },
        ],
        [
          'as another tab comes to the front',
          async () => {
            const other = await page.context.newPage();
            await other.bringToFront();
            await page.until(() => document.hidden, 'the tab is hidden');
            await page.tab.bringToFront();
            await nothingPending(page); // a hidden tab draws nothing, so it is seen on coming back
            await hand.up();
            await other.close();
          },
        ],
        // A hand that was let go where nobody saw it comes back with no button down.
        [
          'as it comes back with no button down',
          async () => {
            await page.tab.evaluate(() =>
              document.querySelector('#canvas').dispatchEvent(new PointerEvent('pointermove', { pointerId: 1, buttons: 0, bubbles: true })),
            );
            await nothingPending(page);
            await hand.up();
          },
        ],
      ];
      for (const [how, end] of outside) {
        await carry();
        await end();
        await nothingPending(page);
        assert.equal(await page.text(), program, how);
      }
      // And after all that, a drag is a drag.
      await carry();
      await hand.up();
      await becomes(page, program.replace('# first\n', '# first\n    await asyncio.sleep(1.0)\n'));
      await carry();
      await page.focusEditor();
      await page.press('Control', 'End');
      await page.tab.keyboard.type('# typed meanwhile');
      await nothingPending(page);
      await hand.up();
      await becomes(page, `${program.replace('# first\n', '# first\n    await asyncio.sleep(1.0)\n')}# typed meanwhile`);
    },
  },
  {
    name: 'cards: by keys, a step is carried to its place, moved, duplicated, edited and deleted',
    open: { width: 1440, height: 900 },
    async run(page) {
      await open(page, program);
      // A press chooses a step; from there on keys alone.
      const choose = async () => {
        await page.clickItem('block:3');
        await still(page);
        await page.tab.focus('#canvas');
      };
      await choose();
      await page.press('Control', 'd');
      const twice = program.replace('    await asyncio.sleep(2.0)\n', '    await asyncio.sleep(2.0)\n    await asyncio.sleep(2.0)\n');
      await becomes(page, twice);
      await page.press('Delete');
      await becomes(page, program);
      await choose();
      await page.press('Alt', 'ArrowUp');
      await becomes(page, program.replace('    print("a")  # first\n    await asyncio.sleep(2.0)\n', '    await asyncio.sleep(2.0)\n    print("a")  # first\n'));
      await page.press('Alt', 'ArrowDown');
      await becomes(page, program);
      await page.press('Enter');
      await page.until(() => document.activeElement?.matches('.canvas-field'), 'the field over the literal');
      await page.press('ArrowUp');
      await page.press('Enter');
      await page.until(() => !/sleep\(2\.0\)/.test(window.__simul.text()), 'another number');
      await page.focusEditor();
      await page.undo();
      await becomes(page, program);
    },
  },
  {
    name: 'cards: by mouse, wires are drawn and cut, a step goes to another card; from the palette by keys; each is one undo',
    open: { width: 1440, height: 900, before: () => localStorage.setItem('simul.panel', '520') },
    async run(page) {
      await open(page, wired);
      const hand = new Mouse(page);
      const back = async () => {
        await page.focusEditor();
        await page.undo();
        await becomes(page, wired);
      };
      // From a task into the gather that stands there.
      await drag(hand, await at(page, 'Wire from a = task'), await at(page, 'gather, line 13'));
      await becomes(page, drawn.into);
      await back();
      // From a task to where nothing waits yet.
      await drag(hand, await at(page, 'Wire from b = task'), below(await at(page, 'print, "both"')));
      await becomes(page, drawn.awaited);
      await back();
      // One end is pulled off.
      const ends = (await page.items()).filter((one) => one.id.startsWith('wire:') && one.label === 'Wire to worker');
      assert.equal(ends.length, 2);
      await drag(hand, await at(page, ends[1].id), await at(page, 'add:sleep'));
      await becomes(page, drawn.cut);
      await back();
      await drag(hand, await at(page, 'print, "both"'), above(await at(page, 'print, name')));
      await becomes(page, drawn.moved);
      await back();
      // From the palette by keys: Enter takes it, the arrows carry it, Enter lets go, Escape gives up.
      await page.tab.focus('#canvas');
      await hand.press(await at(page, 'add:print'));
      await pending(page); // a click takes it too
      await page.press('Escape');
      await becomes(page, wired);
      await page.press('Enter');
      await page.press('ArrowDown');
      await pending(page);
      await page.press('Escape');
      await becomes(page, wired);
      await page.press('Enter');
      for (let n = 0; n < 20; n++) {
        await page.press('ArrowDown');
        await still(page);
        if ((await page.inEditor('.cm-pending-lines')).length > 0) break;
      }
      await page.press('Enter');
      await page.until((text) => window.__simul.text() !== text, 'a print more', 4000, wired);
      assert.equal((await page.text()).replace(/ *print\("hello"\)\n/, ''), wired);
      await back();
    },
  },
  {
    name: 'cards: in the list, by keys and by finger, wires are drawn and cut, and a step goes to another card',
    open: { width: 390, height: 844, ratio: 2 },
    async run(page) {
      await page.tab.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
      await page.ready();
      await page.write(wired);
      await page.tab.tap('[data-pane=compose]');
      await settled(page);
      const take = async (words, press) => {
        await page.until(() => document.querySelector('#choice').open, 'a list of choices');
        for (const one of await page.tab.$$('#choice-list button')) {
          if (!(await one.$eval('.words', (name) => name.textContent)).startsWith(words)) continue;
          await press(one);
          return settled(page);
        }
        assert.fail(`no “${words}” in ${await page.tab.$eval('#choice-list', (list) => list.innerText)}`);
      };
      const byFinger = {
        open: async (step) => {
          const more = await page.tab.$(`.more[aria-label$="line ${step} of main"]`);
          await more.evaluate((one) => one.scrollIntoView({ block: 'center' }));
          await more.tap();
        },
        press: async (one) => {
          await one.evaluate((element) => element.scrollIntoView({ block: 'center' }));
          await one.tap();
        },
      };
      const byKeys = {
        open: async (step) => {
          await page.tab.focus(`.title[aria-label$="line ${step} of main"]`);
          await page.press('Enter');
        },
        press: async (one) => {
          await one.focus();
          await page.press('Enter');
        },
      };
      const back = async () => {
        await page.tab.focus('#compose-cards .title');
        await page.press('Control', 'z');
        await becomes(page, wired);
      };
      for (const [hand, line, words, text] of [
        [byFinger, 10, ['Draw a wire to', 'into gather, line 13'], drawn.into],
        [byFinger, 13, ['Cut the wire of worker("D")'], drawn.cut],
        [byKeys, 11, ['Draw a wire to', 'awaited after print, line 12'], drawn.awaited],
        [byKeys, 12, ['Move to', 'first in worker'], drawn.moved],
        [byKeys, 10, ['Draw a wire to', 'all 2 tasks into a gather'], drawn.both],
      ]) {
        await hand.open(line);
        for (const one of words) await take(one, hand.press);
        await becomes(page, text);
        await back();
      }
    },
  },
];
