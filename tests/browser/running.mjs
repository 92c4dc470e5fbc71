// A program runs: by button, by key, live and instant, faster, paused, hidden; and the page shows what is true of it.
import assert from 'node:assert/strict';
import { sleep } from './browser.mjs';

const blocking =
  'import asyncio, time\n\nasync def worker(name, delay):\n    await asyncio.sleep(delay)\n    print(name, "done")\n\nasync def report():\n    await asyncio.sleep(0.2)\n    time.sleep(2.5)\n\nasync def main():\n    await asyncio.gather(worker("A", 1.5), worker("B", 3.0), report())\n\nasyncio.run(main())\n';
const two =
  'import asyncio\n\nasync def main():\n    print("one")\n    await asyncio.sleep(2)\n    print("two")\n\nasyncio.run(main())\n';
const near = (got, wanted, slack) => assert.ok(Math.abs(got - wanted) <= slack, `${got} is not ${wanted} ± ${slack}`);

export const tests = [
  {
    name: 'the page opens with a program and draws its first frame soon',
    open: { shelved: false }, // with nothing compiled
    alone: true,
    async run(page, { note }) {
      assert.match(await page.text(), /worker\("A", 1\.0\)/);
      const first = await page.until(
        () => performance.getEntriesByName('simul-first-frame')[0]?.startTime,
        'a first frame',
      );
      note(`first frame after ${Math.round(first)} ms`);
      assert.ok(first < 3000);
      await page.see('#title', 'Three workers, one loop');
    },
  },
  {
    name: 'the opening program shows three tasks that overlap, and lines with the loop’s times',
    alone: true,
    async run(page) {
      await page.click('#tab-tasks'); // before the run: all three sleep only for its first 0.75 s
      await page.clickItem('play');
      await page.become('running');
      const rows = await page.until(() => {
        const states = [...document.querySelectorAll('#tasks-body tr')].map(
          (row) => row.querySelector('.state').textContent,
        );
        return states.filter((state) => state === 'sleeping').length === 3 && states.length;
      }, 'three sleeping tasks in the table');
      assert.equal(rows, 4);
      const names = (await page.rows()).map((row) => row.name);
      for (const name of ['A', 'B', 'C'])
        assert.ok(
          names.some((one) => one.includes(name)),
          `no ${name} among ${names}`,
        );
      await page.become('finished');
      await page.until(() => document.querySelectorAll('#output .line').length === 6, 'six lines');
      const lines = await page.output();
      assert.deepEqual(
        lines.map(([, text]) => text),
        ['A starts', 'B starts', 'C starts', 'C done', 'A done', 'B done'],
      );
      for (const [n, time] of [0, 0, 0, 0.75, 1, 2].entries()) near(lines[n][0], time, 0.3);
      near((await page.state()).time_s, 2, 0.3);
    },
  },
  {
    name: 'an edited program runs with Ctrl+Enter',
    async run(page) {
      await page.write('print(6 * 7)\n');
      await page.run();
      await page.see('#output', '42');
      await page.see('#edited', 'edited');
      await page.become('finished');
    },
  },
  {
    name: 'a blocking call: the line is red, the loop is blocked, the others are due and not ready',
    alone: true,
    async run(page) {
      await page.write(blocking);
      await page.run();
      await page.click('#tab-tasks');
      // On a busy machine a task can be due for a moment before anything blocks.
      await page.until(
        () => {
          const states = [...document.querySelectorAll('#tasks-body .state')].map((cell) => cell.textContent);
          return states.includes('blocking') && states.includes('due');
        },
        'a task that blocks, and one that is due',
        3000,
      );
      const rows = await page.rows();
      assert.ok(
        rows.every((row) => row.state !== 'ready'),
        JSON.stringify(rows),
      );
      const red = await page.inEditor('.cm-line.cm-blocking');
      assert.equal(red.length, 1);
      assert.match(red[0], /time\.sleep\(2\.5\)/);
      await page.see('#advice', 'Line 9 blocks the event loop');
      await page.see('#advice', 'A is due meanwhile');
      await page.become('finished');
      await page.until(() => document.querySelector('#advice').hidden, 'the card is gone');
      const lines = await page.output();
      near(lines[0][0], 2.7, 0.3);
    },
  },
  {
    name: 'the card about a blocking call mends the line in one edit',
    async run(page) {
      const program = blocking.replace('2.5', '60'); // however slow the machine
      await page.write(program);
      await page.run();
      await page.see('#advice button', 'await asyncio.sleep(60)');
      await page.tab.evaluate(() => document.querySelector('#advice button').click());
      assert.match(await page.text(), /\n    await asyncio\.sleep\(60\)\n/);
      const isHidden = () => page.tab.$eval('#advice', (card) => card.hidden);
      assert.equal(await isHidden(), true);
      // The run still blocks, and who becomes due meanwhile does not bring the card back.
      await page.until(
        () => [...document.querySelector('#editor').shadowRoot.querySelectorAll('.cm-chip')].some((chip) => chip.textContent === 'B due'),
        'B is due',
        8000,
      );
      assert.equal(await isHidden(), true);
      await page.undo();
      assert.equal(await page.text(), program);
      await page.see('#advice button', 'await asyncio.sleep(60)');
      await page.tab.evaluate(() => document.querySelector('#stop-button').click());
      await page.become('stopped');
    },
  },
  {
    name: 'the chips stay with their lines when the text above them changes, and output finds its line',
    async run(page) {
      await page.write(
        'import asyncio\n\nasync def main():\n    print("here")\n    await asyncio.sleep(20)\n\nasyncio.run(main())\n',
      );
      await page.run();
      await page.until(() => document.querySelector('#editor').shadowRoot.querySelector('.cm-chip') !== null, 'a chip');
      await page.press('Control', 'Home');
      await page.paste('# one more\n# and another\n');
      await page.until(
        () =>
          [...document.querySelector('#editor').shadowRoot.querySelectorAll('.cm-line')]
            .find((line) => line.querySelector('.cm-chip'))
            ?.textContent.includes('asyncio.sleep(20)'),
        'the chip at the await',
      );
      await page.click('#output .line');
      await page.until(
        () => document.querySelector('#editor').shadowRoot.querySelector('.cm-lineNumbers .cm-activeLineGutter')?.textContent === '6',
        'the cursor at line 6',
      );
    },
  },
  {
    name: 'instant runs on a virtual clock, all at once and exactly',
    async run(page) {
      await page.write(two);
      await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
      await page.run();
      await page.become('finished');
      await page.see('#output', 'two', 1500);
      assert.deepEqual(
        (await page.output()).map(([time, text]) => [time, text]),
        [
          [0, 'one'],
          [2, 'two'],
        ],
      );
      assert.equal((await page.state()).mode, 'instant');
    },
  },
  {
    name: 'ten times the speed is ten times as soon',
    alone: true,
    async run(page) {
      await page.write(two);
      await page.tab.select('#speed', '10');
      await page.run();
      const begin = Date.now();
      await page.become('finished');
      assert.ok(Date.now() - begin < 900, `${Date.now() - begin} ms`);
      const [, [end]] = await page.output();
      assert.ok(end >= 2 && end < 5, `${end}: ten times as late as the browser’s timer, and no more`);
    },
  },
  {
    name: 'pause holds the clock, resume goes on, stop ends it',
    async run(page) {
      await page.write(two);
      await page.run();
      await sleep(300);
      await page.tab.evaluate(() => document.querySelector('#run-button').click());
      await page.become('paused');
      const { time_s: held } = await page.state();
      await sleep(400);
      assert.equal((await page.state()).time_s, held);
      await page.see('#output', 'one');
      await page.tab.evaluate(() => document.querySelector('#run-button').click());
      await page.become('running');
      await page.until((from) => window.__simul.state().time_s > from + 0.1, 'the clock goes on', 2000, held);
      await page.tab.evaluate(() => document.querySelector('#stop-button').click());
      await page.become('stopped');
      await sleep(100);
      assert.equal((await page.output()).length, 1);
    },
  },
  {
    name: 'a hidden tab pauses the clock and says so',
    alone: true,
    async run(page) {
      await page.write(two);
      await page.run();
      await sleep(200);
      const other = await page.context.newPage();
      await other.bringToFront();
      await page.until(() => document.hidden, 'the tab is hidden');
      await page.become('hidden');
      const { time_s: held } = await page.state();
      await sleep(1200);
      assert.equal((await page.state()).time_s, held);
      await page.tab.bringToFront();
      await page.until(() => window.__simul.state().state !== 'hidden', 'no longer hidden').catch(() => undefined);
      if ((await page.state()).state !== 'running')
        await page.tab.evaluate(() => document.querySelector('#run-button').click());
      await page.become('finished');
      near((await page.output())[1][0], 2, 0.5);
    },
  },
  {
    name: 'live time: timers are hardly late while the timeline moves',
    alone: true,
    async run(page, { note }) {
      await page.write(
        'import asyncio\n\nasync def tick():\n    for _ in range(40):\n        await asyncio.sleep(0.05)\n\nasync def main():\n    await asyncio.gather(*[tick() for _ in range(3)])\n\nasyncio.run(main())\n',
      );
      const before = await page.frames();
      await page.run();
      await page.become('finished');
      const { late_ms: late } = await page.state();
      note(
        `${late.count} timers, late p50 ${late.p50.toFixed(2)} ms, p90 ${late.p90.toFixed(2)} ms, max ${late.max.toFixed(1)} ms; ${(await page.frames()) - before} frames`,
      );
      assert.ok(late.count >= 40);
      assert.ok((await page.frames()) - before > 10, 'the timeline did not move');
      assert.ok(late.p50 < 10 && late.p90 < 50, JSON.stringify(late));
    },
  },
  {
    name: 'an idle page draws nothing',
    async run(page) {
      await page.run();
      await page.become('finished');
      await sleep(1500);
      const before = await page.frames();
      await sleep(1500);
      assert.equal(await page.frames(), before);
    },
  },
];
