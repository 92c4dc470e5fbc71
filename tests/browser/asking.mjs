// input() asks in the page, and the folder of open() is shown in it: answers, the end of input, what is put there and saved.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { axe } from './reach.mjs';

const settled = (page) => page.until(() => window.__simul.settled(), 'the page has settled');
const asked = (page) => page.until(() => !document.querySelector('#asking').hidden && document.activeElement.id === 'asking-field', 'the question');
const texts = async (page) => (await page.output()).map(([, text]) => text);
const talk = `import asyncio


async def main():
    name = input("What is your name? ")
    await asyncio.sleep(0.25)
    print("Hello", name)
    try:
        while True:
            print("again:", input())
    except EOFError as error:
        print("end:", error)


asyncio.run(main())
`;

export const tests = [
  {
    name: 'asking: input() asks below the output, the clock stands, and the answers are CPython’s lines',
    alone: true,
    async run(page) {
      await page.write(talk);
      await settled(page);
      // Foreseen is what comes before the question, and nothing after it.
      assert.equal((await page.state()).end_s, null);
      assert.match((await page.state()).forecast_note, /input\(\)/);
      await page.run();
      await asked(page);
      assert.equal(await page.tab.$eval('#asking-label', (one) => one.textContent), 'What is your name?');
      const { time_s } = await page.state();
      await axe(page);
      await page.tab.keyboard.type('Ada <b>');
      await page.press('Enter');
      await page.until(() => window.__simul.state().asking === '', 'the next question');
      assert.ok(Math.abs((await page.state()).time_s - time_s - 0.25) < 0.2, 'the question took no time');
      await asked(page);
      await page.tab.keyboard.type('1');
      await page.press('Enter');
      await page.see('#output', 'again: 1');
      await asked(page);
      await page.press('Control', 'd');
      await page.become('finished');
      assert.deepEqual(await texts(page), ['What is your name? Ada <b>', 'Hello Ada <b>', '1', 'again: 1', 'end: EOF when reading a line']);
      assert.ok(await page.tab.$eval('#asking', (one) => one.hidden));
      // At once, too; Escape first takes back what is typed, Stop ends it all.
      await page.click('#mode-instant').catch(() => page.tab.evaluate(() => document.querySelector('#mode-instant').click()));
      await page.tab.evaluate(() => document.querySelector('#run-button').click());
      await asked(page);
      await page.tab.keyboard.type('x');
      await page.press('Escape');
      assert.equal(await page.tab.$eval('#asking-field', (one) => one.value), '');
      await page.tab.evaluate(() => document.querySelector('#stop-button').click());
      await page.become('stopped');
      assert.ok(await page.tab.$eval('#asking', (one) => one.hidden));
    },
  },
  {
    name: 'asking: on a phone the question comes to the front, and a finger can answer it',
    open: { width: 390, height: 844, ratio: 2, theme: 'light' },
    async run(page) {
      await page.tab.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
      await page.ready();
      await page.write('print("Hello", input("Name: "))\n');
      await settled(page);
      await page.tab.tap('#run-button');
      await asked(page);
      for (const one of await page.tab.$$('#asking input, #asking button'))
        assert.ok((await one.boundingBox()).height >= 43.5);
      assert.equal(await page.tab.evaluate(() => document.documentElement.scrollWidth), 390);
      await page.tab.keyboard.type('Ada');
      await page.tab.tap('#asking [type=submit]');
      await page.become('finished');
      assert.deepEqual(await texts(page), ['Name: Ada', 'Hello Ada']);
      // The narrowest phone: the row of Play keeps its place under the finger, focused or not, and every pane has its tab in view.
      await page.tab.setViewport({ width: 320, height: 640, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
      const top = () => page.tab.$eval('#run-button', (one) => one.getBoundingClientRect().top);
      await page.tab.evaluate(() => document.activeElement?.blur());
      const before = await top();
      await page.tab.focus('#run-button');
      assert.equal(await top(), before);
      assert.equal(await page.tab.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.ok(await page.tab.$eval('#learn-tab', (one) => one.getBoundingClientRect().right <= 320));
    },
  },
  {
    name: 'asking: the files of open() are shown, one can be put there for every run, and taken away',
    async run(page) {
      assert.ok(await page.tab.$eval('#tab-files', (one) => one.hidden), 'a program without files has no such tab');
      await page.write('with open("in.txt") as f, open("out.txt", "w") as out:\n    for line in f:\n        out.write(line.upper())\n');
      await settled(page);
      await page.until(() => !document.querySelector('#tab-files').hidden, 'the tab Files');
      await page.click('#tab-files');
      await page.see('#files-none', 'No file yet');
      const folder = mkdtempSync(path.join(tmpdir(), 'simul-'));
      try {
        writeFileSync(path.join(folder, 'in.txt'), 'één\n<script>\n');
        await (await page.tab.$('#files-put')).uploadFile(path.join(folder, 'in.txt'));
      } finally {
        await page.see('#files', 'in.txt');
        rmSync(folder, { recursive: true });
      }
      await page.see('#notice', 'in the folder of the runs to come');
      await page.tab.evaluate(() => {
        document.querySelector('#mode-instant').click();
        document.querySelector('#run-button').click();
      });
      await page.become('finished');
      assert.equal((await page.state()).status, 'ok');
      await page.click('#tab-files');
      await page.see('#files', 'out.txt');
      await page.click('#files [data-does$="out.txt"]');
      await page.see('#files pre', 'ÉÉN\n<SCRIPT>');
      await axe(page);
      // As the browser would save it.
      const saved = await page.tab.evaluate(async () => {
        const made = new Promise((done) => {
          const old = URL.createObjectURL;
          URL.createObjectURL = (blob) => ((URL.createObjectURL = old), done(blob.text()), old.call(URL, blob));
        });
        HTMLAnchorElement.prototype.click = () => undefined;
        [...document.querySelectorAll('#files button')].find((one) => one.ariaLabel === 'Save out.txt to this computer').click();
        return made;
      });
      assert.equal(saved, 'ÉÉN\n<SCRIPT>\n');
      await page.click('#files [aria-label^="Remove in.txt"]');
      await page.tab.evaluate(() => document.querySelector('#run-button').click());
      await page.become('finished');
      assert.match((await page.state()).exception, /FileNotFoundError/);
    },
  },
];
