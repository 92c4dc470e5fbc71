// Programs made without typing a line, by mouse, by keyboard and by touch. What is composed is run by CPython too.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { byMouse, byTouch, empty, Keys, openCompose, settled } from './composing_hands.mjs';

// What CPython prints of a program on a virtual clock, [[time, line], ...]; null where there is no CPython 3.13.
function asked(text) {
  const note = '.toolchain/python.path';
  if (!process.env.SIMUL_PYTHON && !existsSync(note)) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'simul-'));
  try {
    const file = path.join(folder, 'composed.py');
    writeFileSync(file, text);
    const { stdout, stderr } = spawnSync('python3', ['scripts/oracle/ask.py', file], { encoding: 'utf8' });
    if (stdout.trim() === '') throw new Error(stderr);
    const answer = JSON.parse(stdout);
    return Array.isArray(answer) ? answer[0] : answer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The page runs the text as CPython does: the same lines at the same times, the same ending.
async function runsAsInPython(page, note) {
  await page.tab.evaluate(() => {
    document.querySelector('#mode-instant').click();
    document.querySelector('#run-button').click();
  });
  await page.become('finished');
  const here = await page.tab.$$eval('#output .line:not(.err)', (lines) =>
    lines.map((line) => [
      Number(line.querySelector('.time').textContent),
      line.querySelector('.text').textContent,
    ]),
  );
  assert.ok(here.length > 0, 'nothing was printed');
  const there = asked(await page.text());
  if (there === null) return note('no CPython 3.13 here: only Simul has run it');
  assert.deepEqual(
    here.map(([, line]) => line),
    there.stdout.map(([, line]) => line),
  );
  for (const [n, [time]] of here.entries()) assert.ok(Math.abs(time - there.stdout[n][0]) < 0.01, `line ${n + 1} at ${time}`);
  assert.equal((await page.state()).status, there.status);
}

const threeWorkers = `import asyncio

queue = asyncio.Queue()


async def worker(name):
    print(name)
    await asyncio.sleep(1.0)
    await queue.put("item")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(worker("A"))
        group.create_task(worker("A"))
        group.create_task(worker("B"))
    async with asyncio.timeout(1.5):
        item = await queue.get()
    print("bye")


asyncio.run(main())
`;
const scenarios = [
  {
    name: 'three workers with a queue and a timeout',
    async compose(hands) {
      await hands.begin('A coroutine');
      await hands.coroutine();
      await hands.addEnd('worker', 'queue put', 'sleep');
      await hands.remove('sleep', 'main');
      await hands.remove('print, "hello"', 'main');
      await hands.addAbove('print, "bye"', 'main', 'task group');
      await hands.duplicate('create_task, worker("A")', 'main');
      await hands.addEnd('main', 'timeout', 'print, "bye"');
      await hands.addEnd('timeout, line', 'queue get', 'sleep');
      await hands.remove('sleep', 'main');
      await hands.down('print, "bye"', 'main');
    },
    text: threeWorkers,
  },
  {
    name: 'a lock and a gather',
    async compose(hands) {
      await hands.begin('A coroutine');
      await hands.coroutine();
      await hands.around('sleep', 'worker', 'lock');
      await hands.addEnd('main', 'gather', 'print, "bye"');
    },
    text: `import asyncio

lock = asyncio.Lock()


async def worker(name):
    print(name)
    async with lock:
        await asyncio.sleep(1.0)


async def main():
    print("hello")
    await asyncio.sleep(1.0)
    print("bye")
    await asyncio.gather(
        worker("A"),
        worker("B"),
    )


asyncio.run(main())
`,
  },
  {
    name: 'a loop, blocking work and an except',
    async compose(hands) {
      await hands.begin('A coroutine');
      await hands.addEnd('main', 'blocking work', 'print, "bye"');
      await hands.addAbove('print, "bye"', 'main', 'loop');
      await hands.around('sleep', 'main', 'try / except');
    },
    text: `import asyncio
import time


async def main():
    print("hello")
    try:
        await asyncio.sleep(1.0)
    except Exception as error:
        print("failed:", error)
    for i in range(3):
        await asyncio.sleep(1.0)
    print("bye")
    time.sleep(0.5)


asyncio.run(main())
`,
  },
];

export const tests = [
  ...scenarios.flatMap(({ name, compose, text }) =>
    [
      ['the mouse', {}, byMouse],
      ['the keyboard', {}, (page) => new Keys(page)],
      ['touch on a phone', { width: 390, height: 844, ratio: 2 }, byTouch],
    ].map(([how, open, hands]) => ({
      name: `composing: ${name}, from nothing, with ${how} alone; CPython runs it as Simul does`,
      open,
      async run(page, { note }) {
        if (open.width) {
          await page.tab.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
          await page.tab.tap('[data-pane=code]');
        }
        await empty(page);
        if (open.width) await page.tab.tap('[data-pane=compose]');
        else if (how === 'the mouse') await openCompose(page);
        else {
          const keys = hands(page);
          await keys.tabTo((one) => one.startsWith('#tab-output'));
          await keys.arrowTo('tab-compose');
        }
        await settled(page);
        await compose(hands(page));
        assert.equal(await page.text(), text);
        await runsAsInPython(page, note);
      },
    })),
  ),
];
