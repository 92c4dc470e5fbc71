// Links: there and back, hostile ones, and what happens to the draft.
import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { sleep } from './browser.mjs';

const link = (text, settings = '') => `#1.${settings}${deflateRawSync(Buffer.from(text)).toString('base64url')}`;

export const tests = [
  {
    name: 'Share copies a link that brings program and settings, and waits for Run',
    async run(page, { browsers }) {
      await page.write('print("shared, é 🧵")\n');
      await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
      await page.click('#share-button');
      await page.see('#share-text', 'Copied: a link of');
      const copied = await page.tab.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^http:\/\/localhost:\d+\/#1\.m=i;e=three_workers\.[\w-]+$/);
      const other = await browsers.open({ hash: new URL(copied).hash });
      try {
        assert.equal(await other.text(), 'print("shared, é 🧵")\n');
        assert.equal((await other.state()).state, 'idle');
        await sleep(300);
        assert.deepEqual(await other.output(), []);
        await other.run();
        await other.see('#output', 'shared, é 🧵');
        assert.equal((await other.state()).mode, 'instant');
        assert.deepEqual(other.troubles, []);
      } finally {
        await other.close();
      }
    },
  },
  {
    name: 'a program too long for a link is refused with a way out',
    async run(page) {
      let text = '';
      for (let n = 0, x = 1; n < 6000; n++) text += `v${(x = (x * 48271) % 2147483647).toString(36)} = ${x}\n`;
      await page.write(text);
      await page.click('#share-button');
      await page.see('#share-text', '32,000 is the most');
      assert.equal(await page.tab.$eval('#share-link', (input) => input.hidden), true);
      await page.see('#share-file', 'Save as a file');
    },
  },
  {
    name: 'hostile links are refused with a sentence, and the address is left as it is',
    async run(page) {
      const whole = link('import asyncio\nasyncio.run(None)\n'.repeat(5));
      const bomb = `#1.${deflateRawSync(Buffer.alloc(40_000_000)).toString('base64url')}`;
      for (const [hash, words] of [
        [whole.slice(0, whole.length - 9), 'cut off'],
        ['#3.abc', 'version 3'],
        [bomb, 'more than 256 KB'],
        [`#1.${'A'.repeat(100_000)}`, 'too long to open'],
        ['#1.%3Cscript%3E', 'character that no link has'],
        [`#1.${deflateRawSync(Buffer.from([0xff, 0xff])).toString('base64url')}`, 'does not hold text'],
      ]) {
        await page.go(hash);
        await page.see('#notice', words);
        assert.match(await page.text(), /worker\("A", 1\.0\)/);
        assert.equal(await page.tab.evaluate(() => location.hash), hash);
      }
    },
  },
  {
    name: 'a link with a program that prints without end does nothing until Run, and stops then',
    open: { hash: link('while True:\n    print("again")\n') },
    async run(page) {
      await sleep(300);
      assert.deepEqual(await page.output(), []);
      await page.run();
      await page.see('#output', 'again');
      await sleep(1500);
      assert.ok((await page.tab.$$eval('#output .line', (lines) => lines.length)) <= 5000);
      await page.tab.evaluate(() => document.querySelector('#stop-button').click());
      await page.become('stopped', 'finished');
    },
  },
  {
    name: 'a link leaves the draft alone, and it can be brought back',
    async run(page) {
      await page.write('mine = "kept"\n');
      await sleep(700);
      await page.go(link('print("theirs")\n'));
      assert.equal(await page.text(), 'print("theirs")\n');
      await page.see('#notice', 'Your draft is kept');
      await page.tab.evaluate(() =>
        [...document.querySelectorAll('#notice button')]
          .find((one) => one.textContent === 'Bring my draft back')
          .click(),
      );
      assert.equal(await page.text(), 'mine = "kept"\n');
      // And when the link's program is edited, the draft is still to be had, and a reload brings the edit.
      await page.go(link('print("theirs")\n'));
      await page.focusEditor();
      await page.paste('# edited\n');
      await sleep(700);
      assert.equal(await page.tab.evaluate(() => location.hash), '');
      await page.reload();
      assert.match(await page.text(), /# edited/);
      await page.click('#gallery-button');
      await page.see('#gallery', 'mine = "kept"');
    },
  },
  {
    name: 'a link put into the address of an open page opens too',
    async run(page) {
      await page.tab.evaluate(
        (hash) => {
          location.hash = hash;
        },
        link('print("second")\n', 'e=noop.'),
      );
      await page.until(() => window.__simul.text().includes('second'), 'the link’s program');
      await page.see('#title', 'The smallest coroutine');
      await page.see('#edited', 'edited');
    },
  },
];
