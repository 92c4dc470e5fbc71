// Gestures on the canvas's own cards: by mouse, by finger, by key; what ends a drag that was never let go; programs that are
// large, odd or changed meanwhile; and how soon a gesture is seen.
import assert from 'node:assert/strict';
import { axe } from './reach.mjs';
import { above, at, becomes, below, drag, Finger, Mouse, nothingPending, open, pending, settled } from './hands.mjs';
import { settled as still } from './scenes.mjs';

const program = `import asyncio


async def main():
    print("a")  # first
    await asyncio.sleep(2.0)

    print("b")


asyncio.run(main())
`;

const wired = `import asyncio


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

const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
const part = (all, share) => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))];

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
  {
    name: 'cards: tabs, names beyond Latin, CR LF, decorators and strings that look like code keep every other byte',
    open: { width: 1440, height: 900 },
    async run(page) {
      const odd = [
        'import asyncio, functools',
        '',
        '# 🦊 não é código: await asyncio.sleep(9)',
        'def leise(f):',
        '\t@functools.wraps(f)',
        '\tasync def innen(*a):   # two  spaces',
        '\t\treturn await f(*a)',
        '\treturn innen',
        '',
        '@leise',
        'async def größe(名="""await asyncio.sleep(1)',
        'print("x")"""):',
        '\tprint("🦊", 名 ,  end = "")',
        '\tawait asyncio.sleep( 2.0 )',
        '',
        'asyncio.run(größe())',
        '',
      ];
      const text = odd.join('\n');
      // As a file of another system comes in: the editor keeps lines, not their ends.
      await page.write(odd.join('\r\n'));
      await settled(page);
      assert.equal(await page.text(), text);
      await page.tab.focus('#canvas');
      await page.press('5');
      const hand = new Mouse(page);
      await at(page, 'sleep, 2.0');
      await still(page);
      await drag(hand, await at(page, 'add:print'), below(await at(page, 'sleep, 2.0')));
      const added = text.replace('( 2.0 )\n', '( 2.0 )\n\tprint("hello")\n');
      await becomes(page, added);
      await hand.press(await at(page, 'sleep: seconds'));
      await page.until(() => document.activeElement?.matches('.canvas-field'), 'the field over the literal');
      await page.press('Control', 'a');
      await page.tab.keyboard.type('0.25');
      await page.press('Enter');
      await becomes(page, added.replace('2.0', '0.25'));
      await page.focusEditor();
      await page.undo();
      await page.undo();
      await becomes(page, text);
    },
  },
  {
    name: 'cards: a gesture on a text that has changed meanwhile writes nothing and says so',
    open: { width: 1440, height: 900 },
    async run(page) {
      await open(page, program);
      const hand = new Mouse(page);
      await hand.press(await at(page, 'sleep: seconds'));
      await page.until(() => document.activeElement?.matches('.canvas-field'), 'the field over the literal');
      await page.press('Control', 'a');
      await page.tab.keyboard.type('7');
      // Not through the keyboard, which would take the focus: as a lesson or another page does it.
      await page.tab.evaluate((text) => {
        const content = document.querySelector('#editor').shadowRoot.querySelector('.cm-content');
        const data = new DataTransfer();
        data.setData('text/plain', text);
        getSelection().removeAllRanges();
        content.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
      }, '# came in between\n');
      await settled(page);
      const now = await page.text();
      assert.notEqual(now, program);
      await page.press('Enter');
      await page.see('#notice', 'meanwhile');
      assert.equal(await page.text(), now);
      // The lists of the panel: a step is chosen in a list that speaks of the text before.
      await page.click('#tab-compose');
      await settled(page);
      await page.tab.focus('.title[aria-label^="sleep"]');
      await page.press('Enter');
      await page.until(() => document.querySelector('#choice').open, 'a list of choices');
      await page.tab.evaluate(() => {
        const content = document.querySelector('#editor').shadowRoot.querySelector('.cm-content');
        const data = new DataTransfer();
        data.setData('text/plain', '# again\n');
        content.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
      });
      const later = await page.text();
      assert.notEqual(later, now);
      const choices = await page.tab.$$('#choice-list button');
      for (const one of choices)
        if ((await one.$eval('strong, .words', (name) => name.textContent)) === 'Duplicate') await one.evaluate((element) => element.click());
      await page.see('#notice', 'meanwhile');
      assert.equal(await page.text(), later);
    },
  },
  {
    name: 'cards: every step that there is has a name for who listens, on the canvas as in the list',
    open: { width: 1440, height: 900 },
    async run(page) {
      const kinds = `import asyncio
import time
from dataclasses import dataclass

lock = asyncio.Lock()
queue = asyncio.Queue()


@dataclass
class Thing:
    size: int = 1


def plain(x):
    return x


async def child(name, delay=1.0):
    await asyncio.sleep(delay)
    return name


async def main():
    print("a")
    time.sleep(0.1)
    x = plain(3)
    task = asyncio.create_task(child("t"))
    await child("c", 0.5)
    await asyncio.gather(child("g"), child("h"))
    async with asyncio.TaskGroup() as group:
        group.create_task(child("i"))
    async with asyncio.timeout(2):
        await task
    async with lock:
        pass
    await queue.put(1)
    item = await queue.get()
    for n in range(2):
        x += n
    while x > 100:
        break
    if x:
        print("yes")
    elif item:
        print("perhaps")
    else:
        raise ValueError("no")
    try:
        await asyncio.wait_for(child("w"), 3)
    except TimeoutError as error:
        print(error)
    finally:
        del x
    with open("f") as f:
        assert f
    match item:
        case 1:
            pass
    global other
    other = [y async for y in aiter(())] if 0 else {}
    return item


asyncio.run(main())
`;
      await open(page, kinds);
      await page.click('#tab-compose');
      await settled(page);
      const list = await page.tab.$$eval('#compose-cards .title', (all) => all.map((one) => one.getAttribute('aria-label')));
      assert.ok(list.length >= 40, `${list.length} steps`);
      for (const name of list) assert.match(name, /^\S.*, line \d+( of \S+)?$/);
      assert.equal(new Set(list).size, list.length, 'two steps have the same name');
      const lines = kinds.split('\n');
      const named = new Set(list.map((name) => Number(/line (\d+)/.exec(name)[1])));
      // Every statement has one: its first line is some step's, unless it only continues another (else, except, case).
      lines.forEach((line, n) => {
        if (/^\s*(else|elif|except|finally|case|@)|^\s*$/.test(line) || /^(def|async def|class) /.test(line)) return;
        assert.ok(named.has(n + 1), `line ${n + 1} has no step: ${line}`);
      });
      const canvas = (await page.items()).filter((one) => /^(block|slot|add|wire):/.test(one.id));
      assert.ok(canvas.length > 20, `${canvas.length} on the canvas`);
      for (const one of canvas) assert.match(one.label, /\S/, one.id);
      await axe(page);
    },
  },
  {
    name: 'cards: every palette entry under the pointer shows the code it will write',
    open: { width: 1440, height: 900 },
    async run(page) {
      await open(page, wired);
      const box = await page.tab.$eval('#canvas', (one) => one.getBoundingClientRect().toJSON());
      const told = new Map();
      const look = async () => {
        for (const one of (await page.items()).filter(({ id, y, h }) => id.startsWith('add:') && y + h < box.height)) {
          if (told.has(one.id)) continue;
          await page.tab.mouse.move(box.x + one.x + one.w / 2, box.y + one.y + one.h / 2);
          const code = await page.until(
            (before) => {
              const words = window.__simul.items().find((item) => item.id === 'will-write')?.label;
              return words !== before && words;
            },
            `the code of ${one.id}`,
            4000,
            [...told.values()].at(-1),
          );
          assert.match(code, /^WRITES, FOR EXAMPLE\n\S/, one.id);
          told.set(one.id, code);
        }
      };
      await look();
      // The last ones are scrolled to.
      await page.tab.mouse.wheel({ deltaY: 400 });
      await still(page);
      await look();
      assert.equal(told.size, 14);
      assert.equal(new Set(told.values()).size, told.size, 'two entries write the same');
    },
  },
  {
    name: 'cards: how soon a gesture is seen: 200 lines, and 2,000 lines still work',
    open: { width: 1440, height: 900 },
    async run(page, { note }) {
      const workers = (count) => {
        const parts = Array.from({ length: count }, (_, n) => `async def worker_${n}(delay):\n    print("worker ${n}")\n    await asyncio.sleep(delay)\n    return ${n}\n\n`);
        return `import asyncio\n\n\n${parts.join('\n')}\nasync def main():\n    await asyncio.sleep(2.0)\n${Array.from({ length: count }, (_, n) => `    await worker_${n}(0.1)\n`).join('')}\n\nasyncio.run(main())\n`;
      };
      const measured = async (from, by) => {
        await page.tab.mouse.move(from.x, from.y);
        await still(page);
        await page.tab.mouse.down();
        await page.tab.evaluate(() => {
          const canvas = document.querySelector('#canvas');
          const seen = (window.simul_seen = []);
          let n = 0;
          // What the page does until the picture is handed over: in the event, and in the frames after it.
          const ask = (window.simul_ask = window.requestAnimationFrame);
          let spent = 0;
          window.requestAnimationFrame = (run) =>
            ask.call(window, (time) => {
              const from = performance.now();
              run(time);
              spent += performance.now() - from;
            });
          window.simul_before = () => (spent = -performance.now());
          window.simul_listens = (event) => {
            spent += performance.now();
            const before = window.__simul.frames();
            const told = () => document.querySelector('#pending').textContent + document.querySelector('#editor').shadowRoot.querySelector('.cm-content').textContent;
            const shown = told();
            // Asked for after the page's own frame was, so it comes after that within the same frame.
            ask.call(window, function look() {
              const frames = window.__simul.frames() - before;
              if (frames === 0) return ask.call(window, look);
              seen.push({ all: performance.now() - event.timeStamp, work: spent, frames, changed: told() !== shown });
            });
          };
          addEventListener('pointermove', window.simul_before, true);
          canvas.addEventListener('pointermove', window.simul_listens);
        });
        for (let n = 1; n <= 40; n++) {
          await page.tab.mouse.move(from.x + by.x * n, from.y + by.y * n);
          await page.until((count) => window.simul_seen.length >= count, 'the frame', 4000, n);
        }
        const seen = await page.tab.evaluate(() => {
          document.querySelector('#canvas').removeEventListener('pointermove', window.simul_listens);
          removeEventListener('pointermove', window.simul_before, true);
          window.requestAnimationFrame = window.simul_ask;
          return window.simul_seen.slice(3);
        });
        await page.press('Escape');
        await page.tab.mouse.up();
        await nothingPending(page);
        return seen;
      };
      // changing: only those that changed what would be written, and so the forecast.
      const say = (what, seen, changing) => {
        const telling = seen.filter((one) => one.changed || !changing);
        assert.ok(telling.length >= 5, `${telling.length} of ${seen.length} changed anything`);
        // Not its time, which is this machine's: the first frame after the event has it all.
        assert.equal(Math.max(...telling.map((one) => one.frames)), 1);
        const all = telling.map((one) => one.all);
        const work = telling.map((one) => one.work);
        note(`${what}, ${telling.length} gestures: the page's own work from the event until the picture is handed over, median ${median(work).toFixed(1)} ms, 95 % ${part(work, 0.95).toFixed(1)} ms; with what it waits for, median ${median(all).toFixed(1)} ms, 95 % ${part(all, 0.95).toFixed(1)} ms`);
      };
      const text = workers(28);
      assert.ok(text.split('\n').length >= 200);
      await open(page, text);
      const add = await at(page, 'add:sleep');
      say(`a step carried over the cards of ${text.split('\n').length} lines`, await measured(add, { x: 8, y: -2 }), false);
      const end = await at(page, 'End of the sleep of main, 2.0');
      say('the end of a sleep dragged, with forecast', await measured(end, { x: -8, y: 0 }), true);
      assert.equal(await page.text(), text);
      const large = workers(290);
      assert.ok(large.split('\n').length >= 2000);
      await open(page, large);
      const hand = new Mouse(page);
      await hand.down(await at(page, 'add:print'));
      const there = below(await at(page, 'print, "worker 0"'));
      await page.tab.mouse.move(there.x, there.y, { steps: 2 });
      await pending(page);
      await hand.up();
      await becomes(page, large.replace('print("worker 0")\n', 'print("worker 0")\n    print("hello")\n'));
    },
  },
];
