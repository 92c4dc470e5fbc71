// The program's text: mistakes, transcripts, odd characters, drafts, the gallery.
import assert from 'node:assert/strict';
import { sleep } from './browser.mjs';

const transcript =
  '>>> import asyncio\n>>> async def main():\n...     print("hi")\n...     await asyncio.sleep(0)\n...\n>>> asyncio.run(main())\nhi\n';

export const tests = [
  {
    name: 'a syntax error is underlined with CPython’s words, listed, and keeps the program from running',
    async run(page) {
      await page.write('async def func()\n    pass\n');
      await page.until(
        () => document.querySelector('#editor').shadowRoot.querySelector('.cm-lintRange-error') !== null,
        'an underline',
      );
      await page.run();
      await page.see('#problems', "SyntaxError: expected ':'");
      await page.see('#problems', 'line 1');
      await page.see('#problems-count', '1');
      assert.notEqual((await page.state()).state, 'running');
      await page.press('F8');
      await page.write('print("fine")\n');
      await page.run();
      await page.see('#output', 'fine');
      assert.equal(await page.tab.$eval('#problems-count', (badge) => badge.hidden), true);
    },
  },
  {
    name: 'a pasted transcript becomes a program, and undo brings the prompts back',
    async run(page) {
      await page.write('');
      await page.press('Backspace');
      await page.paste(transcript);
      const program = await page.text();
      assert.doesNotMatch(program, />>>|\.\.\./);
      assert.match(program, /^import asyncio\n/);
      assert.match(program, /asyncio\.run\(main\(\)\)/);
      await page.see('#notice', 'Prompts and outputs were taken off');
      await page.run();
      await page.see('#output', 'hi');
      await page.focusEditor();
      await page.undo();
      assert.equal(await page.text(), transcript);
    },
  },
  {
    name: 'the gallery opens every example, by key too, and undo brings the text back',
    async run(page) {
      await page.write('mine = 1\n');
      await page.click('#gallery-button');
      const count = await page.tab.$$eval('#gallery .card', (cards) => cards.length);
      assert.ok(count >= 38, `${count} examples`);
      await page.tab.type('#gallery-search', 'blocking call');
      await page.click('#gallery [data-example=one_blocking_call]');
      await page.see('#title', 'One blocking call, four tasks');
      assert.match(await page.text(), /time\.sleep\(1\.0\)/);
      await page.focusEditor();
      await page.undo();
      assert.equal(await page.text(), 'mine = 1\n');
      await page.click('#gallery-button');
      await page.see('#gallery', 'Your earlier draft');
    },
  },
  {
    name: 'every program of the five documents: opened from the gallery and run to its end, in a few seconds',
    open: { width: 900, height: 500 },
    async run(page, { note }) {
      const seconds = await page.tab.evaluate(async () => {
        const press = (selector) => document.querySelector(selector).click();
        press('#gallery-button');
        const ids = [...document.querySelectorAll('#gallery .card:has(.from)')].map((card) => card.dataset.example);
        const taken = {};
        for (const id of ids) {
          const begin = performance.now();
          if (!document.querySelector('#gallery').open) press('#gallery-button');
          press(`#gallery [data-example="${id}"]`);
          press('#mode-instant');
          press('#run-button');
          // Pressing begins it, so a run that has ended is this one. What does not compile is told instead.
          while (
            !(window.__simul.state().state === 'finished' && window.__simul.settled()) &&
            document.querySelector('#tab-problems').getAttribute('aria-selected') !== 'true' &&
            performance.now() - begin < 10_000
          )
            await new Promise((done) => setTimeout(done, 5));
          taken[id] = (performance.now() - begin) / 1000;
          press('#tab-output');
        }
        return taken;
      });
      const slowest = Object.entries(seconds).sort(([, a], [, b]) => b - a);
      assert.ok(slowest.length >= 40, `${slowest.length} programs`);
      const sum = slowest.reduce((so, [, one]) => so + one, 0);
      note(`${slowest.length} programs in ${sum.toFixed(1)} s; the slowest, ${slowest[0][0]}, took ${slowest[0][1].toFixed(1)} s`);
      assert.ok(slowest[0][1] < 10, slowest[0][0]);
    },
  },
  {
    name: 'reload keeps the draft',
    async run(page) {
      await page.write('draft = "ü"\n');
      await sleep(700);
      await page.reload();
      assert.equal(await page.text(), 'draft = "ü"\n');
      await page.focusEditor();
      await page.paste('x = 1\n');
      await page.reload(); // at once: leaving the page saves too
      assert.match(await page.text(), /x = 1/);
    },
  },
  {
    name: 'forbidden storage is said once, and everything else works',
    open: {
      before: () => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('no', 'SecurityError');
          },
        });
      },
    },
    async run(page) {
      await page.write('print(1)\n');
      await page.see('#notice', 'does not let the page keep drafts');
      await page.run();
      await page.see('#output', '1');
    },
  },
  {
    name: 'full storage is said once, and nothing typed is lost',
    open: {
      before: () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('exceeded the quota', 'QuotaExceededError');
        };
      },
    },
    async run(page) {
      await page.write('print(2)\n');
      await page.see('#notice', 'storage is full');
      assert.equal(await page.text(), 'print(2)\n');
    },
  },
  {
    name: 'the empty program, CRLF, tabs and spaces mixed, NUL and half a character each get an answer',
    async run(page) {
      await page.write('');
      await page.press('Backspace');
      await page.run();
      await page.become('finished');
      await page.write('print(1)\r\nprint(2)\r\n');
      await page.run();
      await page.until(() => document.querySelectorAll('#output .line').length === 2, 'two lines of a CRLF program');
      await page.write('if 1:\n\tx = 1\n        y = 2\n');
      await page.run();
      await page.see('#problems', 'TabError');
      await page.write('x = 1\0\n');
      await page.run();
      await page.see('#problems', 'null bytes');
      assert.equal(await page.text(), 'x = 1\0\n');
      await page.write('x = "\ud83e"\n');
      await page.run();
      await page.see('#problems', 'surrogates not allowed');
    },
  },
  {
    name: 'ten thousand brackets and a megabyte of text leave the page alive',
    async run(page) {
      await page.write('('.repeat(10_000));
      await page.see('#problems-count', '1');
      const line = 'x = 1  # a line of a long program that somebody pasted\n';
      await page.write(line.repeat(Math.ceil(1_000_000 / line.length)));
      await page.run();
      await page.become('finished', 'idle');
      await page.write('print("alive")\n');
      await page.run();
      await page.see('#output', 'alive');
    },
  },
];
