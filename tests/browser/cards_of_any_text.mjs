// The canvas's cards of programs that are large, odd or changed meanwhile: what they are called, what the palette shows of them,
// and how soon a gesture is seen.
import assert from 'node:assert/strict';
import { axe } from './reach.mjs';
import { at, becomes, below, drag, Mouse, nothingPending, open, pending, settled } from './hands.mjs';
import { settled as still } from './scenes.mjs';
import { program, wired, median, part } from './cards.mjs';

export const tests = [
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
