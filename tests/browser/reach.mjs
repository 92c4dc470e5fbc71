// Everybody can use it: by keyboard alone, by screen reader (axe's rules), on a phone, in both themes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sleep } from './browser.mjs';

// Where the focus is, inside the editor too.
const focused = (page) => page.tab.evaluate(() => document.activeElement?.id ?? '');
async function tabTo(page, id, most = 60) {
  for (let n = 0; n < most; n++) {
    const now = await focused(page);
    if (now === id) return;
    if (now === 'editor') await page.press('Escape'); // where Tab indents
    await page.press('Tab');
  }
  throw new Error(`Tab does not reach #${id}`);
}

export async function axe(page) {
  const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  await page.tab.evaluate(source);
  const found = await page.tab.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(
      (one) =>
        `${one.impact} ${one.id}: ${one.nodes
          .slice(0, 3)
          .map((node) => `${node.target} ${node.failureSummary}`)
          .join(' | ')}`,
    );
  });
  assert.deepEqual(found, []);
}

export const tests = [
  {
    name: 'no tab below the program is cut, however narrow the window: what has no room stands in the list behind the row',
    async run(page) {
      await page.write('with open("a.txt", "w") as file:\n    file.write("a")\nimport asyncio\nasyncio.sleep(1)\n');
      await page.until(() => !document.querySelector('#tab-files').hidden && !document.querySelector('#problems-count').hidden, 'Files, and a count');
      for (const width of [1440, 1280, 1024, 720, 1440]) {
        await page.tab.setViewport({ width, height: 800 });
        await page.until((wanted) => innerWidth === wanted, 'the width', 4000, width);
        await page.tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done())))));
        const [cut, listed, shown] = await page.tab.evaluate(() => {
          const row = document.querySelector('#console-tabs').getBoundingClientRect();
          const tabs = [...document.querySelectorAll('#console-tabs [role=tab]')].filter((one) => one.checkVisibility());
          const cut = tabs.filter((one) => one.getBoundingClientRect().right > row.right + 0.5 || one.scrollWidth > one.clientWidth + 1);
          return [cut.map((one) => one.id), document.querySelector('#console-more').options.length - 1, tabs.length];
        });
        assert.deepEqual(cut, [], `at ${width}`);
        assert.equal(listed + shown, 7, `at ${width}: ${shown} in the row, ${listed} in the list`);
        if (width !== 1024) continue;
        await page.tab.select('#console-more', 'tab-compare');
        await page.until(() => !document.querySelector('#panel-compare').hidden && document.querySelector('#tab-compare').checkVisibility(), 'Compare, and its tab');
        await axe(page);
      }
    },
  },
  {
    name: 'keyboard only: write, leave the editor, run, stop, read the tasks',
    async run(page) {
      await tabTo(page, 'editor');
      await page.press('Control', 'a');
      await page.tab.keyboard.type('import asyncio\nasyncio.run(asyncio.sleep(30))');
      await page.press('Tab');
      assert.equal(await focused(page), 'editor', 'Tab indents in the editor');
      await page.press('Control', 'z');
      await page.press('Escape');
      await page.press('Tab');
      assert.notEqual(await focused(page), 'editor');
      await tabTo(page, 'run-button');
      assert.ok(
        await page.tab.$eval(
          '#run-button',
          (one) =>
            one.getBoundingClientRect().height > 20 && getComputedStyle(one.closest('#transport')).clipPath === 'none',
        ),
        'the focused button is in view',
      );
      await page.press('Enter');
      await page.become('running');
      await page.until(() => !document.querySelector('#stop-button').disabled, 'Stop can be pressed');
      await tabTo(page, 'stop-button');
      await page.press('Enter');
      await page.become('stopped');
      await tabTo(page, 'tab-output');
      await page.press('ArrowRight'); // Problems
      await page.press('ArrowRight');
      await page.see('#panel-tasks', '');
      await tabTo(page, 'split-columns');
      const before = await page.tab.$eval('#left', (one) => one.getBoundingClientRect().width);
      await page.press('ArrowRight');
      assert.ok((await page.tab.$eval('#left', (one) => one.getBoundingClientRect().width)) > before);
      await tabTo(page, 'canvas');
      await page.press('ArrowDown'); // chooses a task
      for (let n = 0; n < 60 && (await focused(page)) === 'canvas'; n++) await page.press('Tab');
      assert.notEqual(await focused(page), 'canvas', 'Tab never leaves the canvas');
    },
  },
  {
    name: 'axe finds nothing, dark, while a program runs',
    async run(page) {
      await page.run();
      await sleep(300);
      await page.click('#tab-tasks');
      await sleep(600);
      await axe(page);
    },
  },
  {
    name: 'axe finds nothing, light, with problems and the gallery open',
    open: { theme: 'light' },
    async run(page) {
      await page.write('def f(:\n');
      await page.run();
      await page.see('#problems', 'SyntaxError');
      await axe(page);
      for (const name of ['gallery', 'share', 'settings', 'help']) {
        await page.click(`#${name}-button`);
        await sleep(100);
        await axe(page);
        await page.press('Escape');
      }
    },
  },
  {
    name: 'axe finds nothing in high contrast, on the steps and findings of a run',
    open: {
      before: () => {
        try {
          localStorage.setItem('simul.theme', 'contrast');
        } catch {
          // about:blank has no storage.
        }
      },
    },
    async run(page) {
      await page.run();
      await page.become('finished');
      await page.click('#tab-steps');
      await page.see('#steps', 's:');
      await axe(page);
      await page.click('#tab-problems');
      await axe(page);
    },
  },
  {
    name: 'at 200 % zoom nothing is cut off sideways and everything can be reached',
    open: { width: 720, height: 450, ratio: 2 },
    async run(page) {
      assert.ok((await page.tab.evaluate(() => document.documentElement.scrollWidth)) <= 720);
      await page.clickItem('play');
      await page.become('running');
      const items = await page.items();
      const box = await page.tab.$eval('#canvas', (one) => one.getBoundingClientRect().toJSON());
      for (const item of items) assert.ok(item.x + item.w <= box.width + 1, `${item.id} is cut off`);
      await tabTo(page, 'share-button');
    },
  },
  {
    name: 'the theme button wins over the system, also after a reload',
    open: { theme: 'light' },
    async run(page) {
      const paper = () => page.tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await paper();
      await page.click('#theme-button');
      const dark = await paper();
      assert.notEqual(dark, light);
      await page.reload();
      assert.equal(await paper(), dark);
    },
  },
  {
    name: 'a phone shows one pane at a time, with nothing under 44 pixels to touch',
    open: { width: 390, height: 844, ratio: 2 },
    async run(page) {
      const small = () =>
        page.tab.evaluate(() =>
          [...document.querySelectorAll('button, select, input')]
            .filter((one) => one.checkVisibility())
            .map((one) => ({ id: one.id || one.textContent, box: one.getBoundingClientRect() }))
            .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
            .map(({ id, box }) => `${id} ${box.width}x${box.height}`),
        );
      assert.deepEqual(await small(), []);
      assert.equal(await page.tab.evaluate(() => document.documentElement.scrollWidth), 390);
      assert.equal(await page.tab.$eval('#canvas', (one) => one.checkVisibility()), false);
      await page.click('#run-button');
      await page.become('running');
      assert.equal(await page.tab.$eval('#canvas', (one) => one.checkVisibility()), true, 'Run shows the timeline');
      assert.deepEqual(await small(), []);
      await page.click('[data-pane=output]');
      await page.see('#output', 'A starts');
      await page.click('#more-button');
      await page.click('#gallery-button');
      assert.deepEqual(await small(), []);
      assert.equal(await page.tab.evaluate(() => document.documentElement.scrollWidth), 390);
    },
  },
  {
    name: 'the run is saved in the format that Perfetto opens',
    async run(page) {
      await page.run();
      await page.become('finished');
      await page.tab.evaluate(() => {
        URL.createObjectURL = (blob) => {
          window.saved = blob;
          return 'blob:none';
        };
        HTMLAnchorElement.prototype.click = function () {
          window.savedAs = this.download;
        };
      });
      await page.click('#export-button');
      await page.see('#export-list', 'Chrome trace');
      await page.click('[data-export="Chrome trace"]');
      await page.until(() => window.savedAs, 'the trace is saved');
      assert.equal(await page.tab.evaluate(() => window.savedAs), 'three_workers.trace.json');
      const trace = JSON.parse(await page.tab.evaluate(() => window.saved.text()));
      assert.ok((trace.traceEvents ?? trace).length > 10);
    },
  },
];
