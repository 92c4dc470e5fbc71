// Composing: the list of steps and its refactorings; gestures on the timeline that write; and what happens when typing, undo or
// another text comes in between. Programs that are made from nothing are in from_nothing.mjs.
import assert from 'node:assert/strict';
import { empty, Keys, names, openCompose, settled } from './composing_hands.mjs';
import { axe } from './reach.mjs';
import { settled as still } from './scenes.mjs';

const direct = `import asyncio


async def main():
    print("a")
    await asyncio.sleep(2.0)  # the only sleep
    print("b")


asyncio.run(main())
`;
async function grip(page) {
  return page.until(
    () => {
      const item = window.__simul.items().find((one) => one.id.startsWith('sleep-end:'));
      const box = document.querySelector('#canvas').getBoundingClientRect();
      return item && { x: box.x + item.x + item.w / 2, y: box.y + item.y + item.h / 2 };
    },
    'the end of a sleep to take',
  );
}
// Takes the end of the sleep and pulls it; the button stays down.
async function pull(page, by = 90) {
  await page.write(direct);
  await settled(page);
  await still(page); // lanes glide to their places
  const at = await grip(page);
  await page.tab.mouse.move(at.x, at.y);
  await still(page);
  await page.tab.mouse.down();
  for (let n = 1; n <= 6; n++) await page.tab.mouse.move(at.x + (by * n) / 6, at.y);
  await page.until(() => !document.querySelector('#pending').hidden, 'the card of the drag');
  await page.until(
    () => document.querySelector('#editor').shadowRoot.querySelector('.cm-pending-text') !== null,
    'the pending number in the text',
  );
  return at;
}
const noPending = (page) =>
  page.until(
    () =>
      document.querySelector('#pending').hidden &&
      document.querySelector('#editor').shadowRoot.querySelector('.cm-pending') === null,
    'nothing pending',
  );

export const tests = [
  {
    name: 'composing: a value is edited in its field, and the rest of the text stays byte for byte',
    async run(page) {
      await page.write(direct);
      await openCompose(page);
      await page.tab.focus('.title[aria-label^="sleep, 2.0 seconds, line 6 of main"]');
      await page.press('F2');
      await page.tab.keyboard.type('0.25');
      await page.press('Enter');
      await settled(page);
      assert.equal(await page.text(), direct.replace('2.0', '0.25'));
      assert.ok((await names(page)).includes('sleep, 0.25 seconds, line 6 of main'));
      // What would be no Python is refused, and said.
      await page.press('F2');
      await page.tab.keyboard.type('1 +');
      await page.press('Enter');
      await page.see('#notice', '');
      assert.equal(await page.text(), direct.replace('2.0', '0.25'));
    },
  },
  {
    name: 'composing: every gesture is one step of the history, back and forward, from the editor and from the panel',
    async run(page) {
      await page.write(direct);
      await openCompose(page);
      await page.tab.focus('.title[aria-label^="sleep"]');
      await page.press('Control', 'd');
      await settled(page);
      const twice = await page.text();
      await page.press('Delete');
      await settled(page);
      assert.equal(await page.text(), direct);
      await page.press('Control', 'z');
      await settled(page);
      assert.equal(await page.text(), twice);
      await page.focusEditor();
      await page.undo();
      assert.equal(await page.text(), direct);
      await page.press('Control', 'y');
      assert.equal(await page.text(), twice);
      await page.tab.keyboard.type('# typed');
      await settled(page);
      const typed = await page.text();
      await page.click('#compose-undo');
      await settled(page);
      assert.notEqual(await page.text(), typed);
      await page.click('#compose-redo');
      await settled(page);
      assert.equal(await page.text(), typed);
    },
  },
  {
    name: 'composing: the selection and the scrolled place of the program stay through a gesture',
    async run(page) {
      const long = direct.replace('asyncio.run', `${'# one more line\n'.repeat(120)}asyncio.run`);
      await page.write(long);
      await openCompose(page);
      await page.focusEditor();
      await page.press('Control', 'Home');
      await page.press('ArrowDown');
      await page.tab.focus('.title[aria-label^="print, \\"b\\""]');
      await page.press('Delete');
      await settled(page);
      await page.focusEditor();
      await page.tab.keyboard.type('x = 1');
      assert.equal((await page.text()).split('\n')[1], 'x = 1');
    },
  },
  {
    name: 'composing: a name for every step, one tab stop in the list, and axe finds nothing',
    async run(page) {
      await openCompose(page);
      const all = await names(page);
      assert.ok(all.length >= 6, all.join('\n'));
      for (const name of all) assert.match(name, /^\S.*, line \d+( of \w+)?$/);
      assert.equal(new Set(all).size, all.length, 'two steps have the same name');
      assert.equal(await page.tab.$$eval('#compose-cards .title', (rows) => rows.filter((one) => one.tabIndex === 0).length), 1);
      const unnamed = await page.tab.$$eval('#compose-cards :is(input, button)', (fields) =>
        fields.filter((one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === '').length,
      );
      assert.equal(unnamed, 0);
      await axe(page);
      await page.tab.focus('#compose-cards .title');
      await page.press('a');
      await axe(page);
      await page.press('Escape');
      await page.press('Control', '.');
      await page.until(() => document.querySelector('#refactor').open, 'the refactorings');
      await axe(page);
    },
  },
  {
    name: 'composing: text that is no Python yet stays as it is, and the rest can be composed',
    async run(page) {
      await page.write(`${direct}\ndef broken(:\n    pass\n`);
      await openCompose(page);
      await page.see('#compose-note', 'not Python yet');
      await page.tab.focus('.title[aria-label^="print, \\"a\\""]');
      await page.press('Control', 'd');
      await settled(page);
      assert.equal(await page.text(), `${direct.replace('    print("a")\n', '    print("a")\n    print("a")\n')}\ndef broken(:\n    pass\n`);
    },
  },
  {
    name: 'composing: a refactoring shows its change and its proof before it is written, and is one undo',
    async run(page) {
      const before =
        'import asyncio\n\n\nasync def say(word, delay):\n    await asyncio.sleep(delay)\n    print(word)\n\n\nasync def main():\n    await say("a", 1.0)\n    await say("b", 2.0)\n\n\nasyncio.run(main())\n';
      await page.write(before);
      await openCompose(page);
      await page.tab.focus('.title[aria-label*="line 10 of main"]');
      await page.press('Control', '.');
      await page.until(() => document.querySelector('#refactor').open, 'the refactorings');
      await page.click('#refactor-list [data-refactor=sequential-to-gather]');
      await page.see('#refactor-proof', 'Same 2 lines; 3.0 s became 2.0 s.');
      await page.see('#refactor-diff', 'gather');
      assert.equal(await page.text(), before, 'nothing is written yet');
      await page.click('#refactor-apply');
      await settled(page);
      assert.match(await page.text(), /await asyncio\.gather\(/);
      await page.focusEditor();
      await page.undo();
      assert.equal(await page.text(), before);
    },
  },
  {
    name: 'composing: the end of a sleep is dragged, the text shows it before and has it after, and one undo takes it back',
    async run(page) {
      await pull(page, 50); // within the window: Firefox too
      assert.equal(await page.text(), direct, 'nothing is written before the hand lets go');
      assert.match((await page.inEditor('.cm-pending-change'))[0], /^2\.0 → \d/);
      await page.see('#pending', 'Dragging the end of main');
      await page.tab.mouse.up();
      await noPending(page);
      const [, now] = /asyncio\.sleep\(([\d.]+)\)/.exec(await page.text());
      assert.ok(Number(now) > 2, now);
      assert.equal(await page.text(), direct.replace('2.0', now));
      await page.focusEditor();
      await page.undo();
      assert.equal(await page.text(), direct);
    },
  },
  {
    name: 'composing: Escape takes a drag back, and so does a release outside of everything that moved nothing',
    async run(page) {
      await pull(page);
      await page.press('Escape');
      await noPending(page);
      await page.tab.mouse.up();
      await noPending(page);
      assert.equal(await page.text(), direct);
    },
  },
  {
    name: 'composing: a drag whose hand leaves the window ends where it is let go, with a program that parses',
    async run(page) {
      const at = await pull(page);
      await page.tab.mouse.move(at.x, 5);
      await page.tab.mouse.move(at.x + 40, -40);
      await page.tab.mouse.up();
      await noPending(page);
      const text = await page.text();
      assert.equal(text.replace(/sleep\([\d.]+\)/, ''), direct.replace(/sleep\([\d.]+\)/, ''));
    },
  },
  {
    name: 'composing: typing while something is dragged ends the drag and loses no letter',
    async run(page) {
      await pull(page);
      await page.focusEditor();
      await page.press('Control', 'End');
      await page.tab.keyboard.type('# typed meanwhile');
      await noPending(page);
      await page.tab.mouse.up();
      await settled(page);
      assert.equal(await page.text(), `${direct}# typed meanwhile`);
    },
  },
  {
    name: 'composing: an empty program offers three beginnings, on the canvas and in the list; each entry shows the code it writes',
    async run(page) {
      await empty(page);
      await page.tab.focus('#canvas');
      await page.press('5');
      await page.until(() => window.__simul.items().filter((one) => one.id.startsWith('begin:')).length === 3, 'three on the canvas');
      await openCompose(page);
      assert.equal((await page.tab.$$('#compose-begin button')).length, 3);
      const keys = new Keys(page);
      await keys.begin('A coroutine');
      await keys.go('sleep', 'main');
      await page.press('a');
      await page.until(() => document.querySelector('#choice').open, 'the palette');
      const entries = await page.tab.$$eval('#choice-list button', (all) =>
        all.map((one) => [one.querySelector('.words').textContent, one.querySelector('code')?.textContent ?? '']),
      );
      assert.ok(entries.length >= 13, `${entries.length} entries`);
      for (const [word, code] of entries) assert.match(code, /\S/, `${word} shows no code`);
      // What is shown is what is written.
      const [word, code] = entries.find(([name]) => name === 'timeout');
      await keys.choose(word);
      const lines = (await page.text()).split('\n').map((line) => line.trim());
      for (const line of code.split('\n')) assert.ok(lines.includes(line.trim()), `${line} is not in the program`);
    },
  },
  {
    name: 'composing: on a first visit one hint points at an end; dragged, text and times change, the run before stays as a ghost',
    open: { first: true },
    async run(page) {
      await page.see('#tour', '1 of 5', 20_000);
      await still(page);
      const before = await page.text();
      const lasts = () =>
        page.tab.evaluate(() => window.__simul.items().find((one) => one.label.startsWith('End of the sleep of B, '))?.label);
      const was = await lasts();
      const at = await page.until(() => {
        const item = window.__simul.items().find((one) => one.label.startsWith('End of the sleep of B, '));
        const box = document.querySelector('#canvas').getBoundingClientRect();
        return item && { x: box.x + item.x + item.w / 2, y: box.y + item.y + item.h / 2 };
      }, 'the end of B');
      // What the hint points at is that end.
      const card = await page.tab.$eval('#tour', (one) => one.getBoundingClientRect().toJSON());
      const point = await page.tab.$eval('#tour', (one) => parseFloat(one.style.getPropertyValue('--point')));
      assert.ok(Math.abs(card.left + point - at.x) < 20, `it points at ${card.left + point}, the end is at ${at.x}`);
      await page.tab.mouse.move(at.x, at.y);
      await still(page);
      await page.tab.mouse.down();
      for (let n = 1; n <= 6; n++) await page.tab.mouse.move(at.x - 20 * n, at.y);
      await page.until(() => !document.querySelector('#pending').hidden, 'the card of the drag');
      await page.tab.mouse.up();
      await noPending(page);
      await page.see('#tour', '2 of 5');
      const [, now] = /worker\("B", ([\d.]+)\)/.exec(await page.text());
      assert.ok(Number(now) < 2, now);
      assert.equal(await page.text(), before.replace('"B", 2.0', `"B", ${now}`));
      await page.until((label) => {
        const items = window.__simul.items();
        const end = items.find((one) => one.label.startsWith('End of the sleep of B, '));
        return end !== undefined && end.label !== label && items.some((one) => one.id.startsWith('before:'));
      }, 'other times, and the ghost of before', 4000, was);
    },
  },
  {
    name: 'composing: the tour points at five things, goes by keyboard, is skipped with Escape, and does not come again',
    open: { first: true },
    async run(page) {
      await page.see('#tour', '1 of 5', 15_000);
      await page.see('#tour', 'Drag the end of');
      await page.reload();
      await page.become('idle');
      assert.equal(await page.tab.$eval('#tour', (one) => one.hidden), true);
      await page.click('#help-button');
      await page.click('#tour-button');
      for (const n of [1, 2, 3, 4, 5]) {
        await page.see('#tour', `${n} of 5`);
        if (n === 2) await axe(page);
        const box = await page.tab.$eval('#tour', (one) => one.getBoundingClientRect().toJSON());
        assert.ok(box.left >= 0 && box.right <= 1280 && box.top >= 0 && box.bottom <= 800, `step ${n} leaves the window`);
        await page.press('Enter');
      }
      await page.until(() => document.querySelector('#tour').hidden, 'the end of the tour');
      await page.click('#help-button');
      await page.click('#tour-button');
      await page.press('Escape');
      await page.until(() => document.querySelector('#tour').hidden, 'the tour is skipped');
    },
  },
];
