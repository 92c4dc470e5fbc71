// The library's modules come as a file of their own, after the first frame; who needs them waits, and is told if they
// cannot be had.
import assert from 'node:assert/strict';
import { sleep } from './browser.mjs';

const program = 'import bisect\nprint(bisect.bisect([1, 3, 5], 4))\n';

const texts = async (page) => (await page.output()).map(([, text]) => text);

export const tests = [
  {
    name: 'the library is fetched after the first frame, and a program imports from it',
    async run(page) {
      await page.write(program);
      await page.run();
      await page.become('finished');
      assert.deepEqual(await texts(page), ['2']);
      const [frame, asked] = await page.tab.evaluate(() => [
        performance.getEntriesByName('simul-first-frame')[0].startTime,
        performance.getEntriesByType('resource').find((one) => one.name.endsWith('library.txt')).startTime,
      ]);
      assert.ok(asked >= frame, `asked for at ${asked} ms, the first frame was at ${frame} ms`);
    },
  },
  {
    name: 'a run that needs the library waits for it with its clock standing still, and others do not wait',
    open: {
      before: () => {
        const real = window.fetch;
        window.fetch = (url, ...rest) => {
          if (!String(url).endsWith('library.txt')) return real(url, ...rest);
          return new Promise((go) => (window.letIn = () => go(real(url, ...rest))));
        };
      },
    },
    async run(page) {
      await page.write('print("needs nothing")\n');
      await page.run();
      await page.become('finished');
      await page.write(program);
      await page.run();
      await page.until(() => /library/.test(window.__simul.state().sentence), 'the page says what the run waits for');
      await page.until(() => window.letIn !== undefined, 'the library was asked for');
      await sleep(300);
      const { state, time_s } = await page.state();
      assert.deepEqual([state, time_s], ['running', 0]);
      await page.tab.evaluate(() => window.letIn());
      await page.become('finished');
      assert.deepEqual(await texts(page), ['2']);
    },
  },
  {
    name: 'without the library an import says so, and the next run tries again',
    open: {
      before: () => {
        const real = window.fetch;
        window.offline = true;
        window.fetch = (url, ...rest) =>
          String(url).endsWith('library.txt') && window.offline ? Promise.reject(new Error('offline')) : real(url, ...rest);
      },
    },
    async run(page) {
      await page.write(program);
      await page.run();
      await page.see('#output', "Simul's library did not load (offline), and the module 'bisect' is in it");
      await page.become('finished');
      await page.tab.evaluate(() => (window.offline = false));
      await page.run();
      await page.until(() => window.__simul.state().status === 'ok', 'the second run went well');
      await page.become('finished');
      assert.deepEqual(await texts(page), ['2']);
    },
  },
];
