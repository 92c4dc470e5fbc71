// Lessons and puzzles: the question comes first and holds the run back, the truth comes out of the run, progress stays, by
// mouse, keys and touch.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const phone = { width: 390, height: 844, ratio: 2 };
const lesson = (page, id) => page.tab.evaluate((to) => void (location.hash = to), `#lesson=${id}`);
// Nothing glides: a click would miss what still moves.
const calm = (page, theme = 'dark') =>
  page.tab.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
async function openLesson(page, id) {
  await lesson(page, id);
  await page.until((to) => location.hash === `#lesson=${to}` && document.querySelector('.ask') !== null, 'the question', 4000, id);
}
const focused = (page) => page.tab.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);
const lines = (page) => page.tab.$$eval('.order:not(.truth) li', (all) => all.map((one) => one.dataset.line));
const instant = (page) => page.tab.evaluate(() => document.querySelector('#mode-instant').click());
async function middle(page, selector) {
  return page.tab.$eval(selector, (one) => {
    const box = one.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
}
// A file's first solution.
const solution = (file) => /## Solution\n\n```python\n([\s\S]*?)```/.exec(readFileSync(file, 'utf8'))[1];
const files = (folder) => readdirSync(folder).filter((file) => /^\d/.test(file)).sort().map((file) => `${folder}/${file}`);
const idOf = (file) => /\d+_(\w+)\.md$/.exec(file)[1];

async function axe(page) {
  await page.tab.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
  const found = await page.tab.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map((one) => `${one.impact} ${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);
  });
  assert.deepEqual(found, []);
}
// Nothing moves any more, so that colours are what they will be.
const still = (page) => page.until(() => document.getAnimations().every((one) => one.playState === 'finished'), 'stillness');

export const tests = [
  {
    name: 'lessons are not part of a first load, and come when the button is pressed',
    async run(page) {
      await calm(page);
      const fetched = () => page.tab.evaluate(() => performance.getEntriesByType('resource').some((one) => /\/lessons-\w+\.js$/.test(one.name)));
      assert.equal(await fetched(), false);
      await page.click('#lessons-button');
      await page.see('#lesson h2', 'Lessons');
      assert.equal(await fetched(), true);
      await page.click('.entry[data-id=when_a_task_starts]');
      await page.see('#lesson h2', 'When does a task start?');
      await page.click('#lessons-button');
      await page.until(() => document.querySelector('#lesson').hidden, 'the pane is closed again');
    },
  },
  {
    name: 'a lesson asks first: nothing runs, and no forecast gives it away',
    async run(page) {
      await calm(page);
      await openLesson(page, 'when_a_task_starts');
      await page.run();
      await page.see('.ask.nudged', 'Before it runs');
      assert.equal((await page.state()).state, 'idle');
      assert.ok(await page.tab.$eval('#stage', (one) => one.inert));
      await page.see('.stage-cover', 'Guess first');
      await page.tab.evaluate(() => document.querySelector('#run-button').click());
      assert.equal((await page.state()).state, 'idle');
    },
  },
  {
    name: 'a lesson by mouse: drag, run, truth beside the guess, change, build; the list remembers',
    async run(page) {
      await calm(page);
      await openLesson(page, 'when_a_task_starts');
      const [from, to] = [await middle(page, '.order li:nth-child(3) .line-text'), await middle(page, '.order li:nth-child(1) .line-text')];
      await page.tab.mouse.move(from.x, from.y);
      await page.tab.mouse.down();
      await page.tab.mouse.move(to.x, (from.y + to.y) / 2, { steps: 4 });
      await page.tab.mouse.move(to.x, to.y - 6, { steps: 4 });
      await page.tab.mouse.up();
      assert.deepEqual(await lines(page), ['A', 'C', 'B']);
      await page.click('.ask .primary');
      await page.see('.card-said', 'You let main go on to its end first');
      assert.deepEqual(await page.tab.$$eval('.order.truth .mark', (all) => all.map((one) => one.textContent)), ['right', 'you: 3rd', 'you: 2nd']);
      await page.click('.after .primary');
      await page.click('.change .primary');
      await page.see('.change .card-said.good', 'Now B is first');
      assert.ok((await page.text()).includes('await asyncio.sleep(0)\n    print("A")'));
      await page.click('.change .link');
      await page.until(() => document.querySelector('.build .primary') !== null, 'what to build');
      await page.click('.build .primary');
      await page.see('.build .card-said.help', 'two tasks beside main');
      await page.write(solution('lessons/05_when_a_task_starts.md'));
      await page.click('.build .primary');
      await page.see('.build .card-said.good', 'After 1 attempt');
      await page.reload();
      await page.see('.card-said', 'You have met this question');
      assert.equal(await page.text(), solution('lessons/05_when_a_task_starts.md'), 'what was built is still there');
      await page.click('.lesson-head .icon');
      await page.see('.entry.done.built[data-id=when_a_task_starts]', 'done and built');
    },
  },
  {
    name: 'a lesson by keys alone, told to a screen reader',
    async run(page) {
      await calm(page);
      await page.tab.focus('#lessons-button');
      await page.press('Enter');
      // The button says "Lessons" too, and has the focus until the list is there.
      await page.until(() => document.activeElement?.matches('#lesson h2') && document.activeElement.textContent === 'Lessons', 'the focus is on the list');
      for (let n = 0; n < 30 && !(await focused(page)).includes('When does a task start?'); n++) await page.press('Tab');
      await page.press('Enter');
      await page.until(() => document.activeElement?.tagName === 'H2', 'the focus is on the title');
      for (const wanted of ['Move “A” up', 'Move “B” up']) {
        for (let n = 0; n < 30 && (await focused(page)) !== wanted; n++) await page.press('Tab');
        assert.equal(await focused(page), wanted);
        await page.press('Enter');
        if (wanted.includes('A')) await page.press('Enter');
        assert.equal(await focused(page), wanted, 'the focus goes along');
        if (wanted.includes('A')) await page.tab.focus('.order li:first-child button');
      }
      await page.see('#lesson .unseen', 'B is 2nd of 3.');
      assert.deepEqual(await lines(page), ['A', 'B', 'C']);
      for (let n = 0; n < 20 && (await focused(page)) !== 'Guess and run'; n++) await page.press('Tab');
      await page.press('Enter');
      await page.until(() => document.activeElement?.textContent === 'You saw it coming.', 'the focus is on the verdict', 8000);
    },
  },
  {
    name: 'a time is marked on the axis by keys, and held against the run',
    async run(page) {
      await calm(page);
      await openLesson(page, 'one_after_the_other');
      await instant(page);
      assert.ok(await page.tab.$eval('.ask .primary', (one) => one.disabled), 'nothing is marked yet');
      await page.tab.focus('.axis input');
      for (let n = 0; n < 4; n++) await page.press('ArrowRight');
      await page.see('.axis .value', '2 s');
      await page.click('.ask .primary');
      await page.see('.axis.truth .run', '3 s');
      await page.see('.axis.truth .mine', 'you: 2 s');
      await page.click('.after .primary');
      await page.tab.focus('.slide input');
      for (let n = 0; n < 2; n++) await page.press('ArrowLeft');
      assert.ok((await page.text()).includes('boil("big", 1)'), 'the slider writes into the program');
      await page.click('.change .primary');
      await page.see('.change .card-said.good', 'still a sum');
    },
  },
  {
    name: 'a puzzle is judged by what happens, and a wrong attempt gets a sentence that helps',
    async run(page) {
      await calm(page);
      await page.tab.evaluate(() => void (location.hash = '#puzzle=the_slow_breakfast'));
      await page.see('#lesson h2', 'The slow breakfast');
      await instant(page);
      await page.run();
      await page.see('.card-said.help', 'longer than the coffee');
      await page.write(solution('puzzles/01_the_slow_breakfast.md'));
      await page.run();
      await page.see('.card-said.good', 'That is it.');
      await page.click('.lesson-head .icon');
      await page.see('.entry.done[data-id=the_slow_breakfast]', 'won');
    },
  },
  ...['first', 'second'].map((half, n) => ({
    name: `every lesson’s run answers its question in the page too, and its change does what it says: the ${half} half`,
    async run(page) {
      await calm(page);
      const all = files('lessons');
      const mine = all.slice(n * 9, n * 9 + 9);
      for (const file of mine) {
        await openLesson(page, idOf(file));
        await instant(page);
        await page.click('.ask .primary + button');
        await page.see('.after .card-said.good', 'This is what happens', 8000);
        await page.click('.after .primary');
        const aim = / aim ([\d.]+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
        if (aim !== undefined) {
          await page.tab.$eval(
            '.slide input',
            (one, value) => {
              one.value = value;
              one.dispatchEvent(new Event('input', { bubbles: true }));
            },
            aim,
          );
        }
        await page.click('.change .primary');
        await page.see('.change .card-said', 'So it is.', 8000).catch((error) => assert.fail(`${file}: ${error.message}`));
      }
      await page.click('.lesson-head .icon');
      assert.equal(await page.tab.$$eval('.entry.done', (rows) => rows.length), mine.length);
    },
  })),
  {
    name: 'every puzzle is won in the page by its solution, and not by its beginning',
    async run(page) {
      await calm(page);
      for (const file of files('puzzles')) {
        await page.tab.evaluate((to) => void (location.hash = to), `#puzzle=${idOf(file)}`);
        await page.until((to) => location.hash === to && document.querySelector('.puzzle') !== null, file, 4000, `#puzzle=${idOf(file)}`);
        await instant(page);
        await page.click('.puzzle .primary');
        await page.see('.card-said.help', 'Not yet.', 8000).catch((error) => assert.fail(`${file}: ${error.message}`));
        await page.write(solution(file));
        await page.click('.puzzle .primary');
        await page.see('.card-said.good', 'That is it.', 8000).catch((error) => assert.fail(`${file}: ${error.message}`));
      }
    },
  },
  {
    name: 'a draft is kept when a lesson takes its place, and an unknown address says so',
    async run(page) {
      await calm(page);
      await page.write('print("mine")\n');
      await openLesson(page, 'when_a_task_starts');
      await page.click('#gallery-button');
      await page.see('#gallery-list', 'print("mine")');
      await page.press('Escape');
      await lesson(page, 'no_such_thing');
      await page.see('#notice', 'There is no lesson of this name');
    },
  },
  {
    name: 'a lesson can stand in a page of somebody else’s: it asks there too',
    async run(page, { browsers }) {
      await calm(page);
      await page.tab.goto('about:blank');
      await page.tab.goto(`${await browsers.origin()}embed.html#lesson=when_a_task_starts`);
      await page.ready();
      await page.see('.ask', 'Before it runs');
      await page.click('.ask .primary');
      await page.see('.order.truth', 'you: 3rd');
    },
  },
  {
    name: 'on a phone lessons are a tab, by touch, with nothing under 44 pixels to touch',
    open: phone,
    async run(page) {
      await calm(page);
      const small = () =>
        page.tab.evaluate(() =>
          [...document.querySelectorAll('button, select, input:not([type=radio]), label')]
            .filter((one) => one.checkVisibility())
            .map((one) => ({ id: one.id || one.textContent, box: one.getBoundingClientRect() }))
            .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
            .map(({ id, box }) => `${id} ${box.width}x${box.height}`),
        );
      await page.click('#learn-tab');
      await page.see('#lesson h2', 'Lessons');
      assert.deepEqual(await small(), []);
      await page.tab.tap('.entry[data-id=when_a_task_starts]');
      await page.see('.program', 'create_task(say("B"))');
      assert.deepEqual(await small(), []);
      assert.equal(await page.tab.evaluate(() => document.documentElement.scrollWidth), 390);
      await page.tab.$eval('.order', (one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
      const [from, to] = [await middle(page, '.order li:nth-child(3) .line-text'), await middle(page, '.order li:nth-child(1) .line-text')];
      const finger = await page.tab.touchscreen.touchStart(from.x, from.y);
      for (let n = 1; n <= 6; n++) await finger.move(from.x, from.y + ((to.y - 6 - from.y) * n) / 6);
      // It lies still before it leaves, or the browser takes it for a fling and the next tap for its end.
      for (let n = 0; n < 6; n++) {
        await page.tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        await finger.move(from.x, to.y - 6);
      }
      await finger.end();
      assert.deepEqual(await lines(page), ['A', 'C', 'B']);
      await page.click('#run-button');
      await page.see('.ask.nudged', 'Before it runs');
      await page.tab.tap('.ask .primary');
      await page.see('.order.truth', 'right');
      assert.deepEqual(await small(), []);
    },
  },
  {
    name: 'axe finds nothing in the lessons, dark: list, question, truth, build',
    async run(page) {
      await calm(page);
      await page.click('#lessons-button');
      await page.see('#lesson h2', 'Lessons');
      await axe(page);
      await openLesson(page, 'one_after_the_other');
      await instant(page);
      await axe(page);
      await page.click('.ask .primary + button');
      await page.see('.card-said.good', 'This is what happens');
      await still(page);
      await axe(page);
    },
  },
  {
    name: 'axe finds nothing in the lessons, light: order, truth, change, build',
    open: { theme: 'light' },
    async run(page) {
      await calm(page, 'light');
      await openLesson(page, 'when_a_task_starts');
      await axe(page);
      await page.click('.ask .primary');
      await page.see('.order.truth', 'right');
      await page.click('.after .primary');
      await page.click('.change .primary');
      await page.see('.change .card-said', 'Now B is first');
      await page.click('.change .link');
      await page.see('.build', 'Make two tasks');
      await still(page);
      await axe(page);
    },
  },
];
