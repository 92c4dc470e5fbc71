// Comparing: the same work four ways, in the panel of the canvas and as a table; the scene of a program; numbers with handles.
import assert from 'node:assert/strict';
import { axe } from './reach.mjs';
import { settled as still } from './scenes.mjs';

const openExample = (page, id) =>
  page.tab.evaluate((example) => {
    document.querySelector('#gallery-button').click();
    document.querySelector(`#gallery [data-example=${example}]`).click();
  }, id);
const totals = (page) =>
  page.tab.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('#compare-body tr')].map((row) => [
        row.dataset.way,
        row.querySelector('td').textContent,
      ]),
    ),
  );
async function become(page, wanted) {
  await page.until(
    (way, words) =>
      document.querySelector(`#compare-body tr[data-way=${way}] td`)?.textContent === words,
    JSON.stringify(wanted),
    8000,
    ...wanted,
  );
}
const settled = (page) => page.until(() => window.__simul.settled(), 'the page has told everything', 8000);

async function openChess(page) {
  await openExample(page, 'simultaneous_exhibition');
  await page.click('#mode-instant').catch(() => undefined); // on the canvas where it is wide
  await page.click('#tab-compare');
  await become(page, ['loop', '1 h 55 s']);
}

export const tests = [
  {
    name: 'chess: twelve hours, one hour and 55 seconds, half an hour; the canvas says the same as the table',
    async run(page) {
      await openChess(page);
      const all = await totals(page);
      assert.equal(all.one_by_one, '12 h');
      assert.equal(all.loop, '1 h 55 s');
      assert.equal(all.threads, '30 min');
      await page.see('#compare-sentence', 'Threads win here');
      await page.until(
        () => window.__simul.items().some((one) => one.id === 'tab:scene'),
        'the text asks for a scene, so there is one',
      );
      await page.clickItem('tab:compare');
      await page.until(
        () => window.__simul.items().some((one) => one.id === 'compare:cores:more'),
        'the panel is drawn',
      );
    },
  },
  {
    name: 'a handle of the program edits its text, and the totals follow',
    async run(page) {
      await openChess(page);
      await page.tab.$eval('#compare-sliders input[data-name=OPPONENTS]', (input) => {
        input.value = '12';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await page.until(() => window.__simul.text().includes('OPPONENTS = 12  # slider'), 'the text is edited');
      await become(page, ['one_by_one', '6 h']);
      // Twelve boards of five seconds are a round of 60: the last reply comes after 30 of them.
      assert.equal((await totals(page)).loop, '30 min 55 s');
      // Below the hall too, behind the canvas for Tab, and only while it is looked at.
      await page.tab.focus('#canvas');
      await page.press('1');
      await page.until(() => !document.querySelector('#numbers').checkVisibility(), 'nobody looks');
      await still(page);
      await page.press('7');
      await page.until(() => document.querySelector('#numbers').checkVisibility(), 'the numbers below the hall');
      await axe(page);
      await page.tab.focus('#numbers input');
      await page.press('ArrowLeft');
      await page.until(() => window.__simul.text().includes('OPPONENTS = 11  # slider'), 'the text is edited by a key');
      await become(page, ['one_by_one', '5 h 30 min']);
    },
  },
  {
    name: 'computing: processes win on four cores and not on one; cores are chosen on the canvas and in the page',
    async run(page) {
      await openExample(page, 'computing_four_ways');
      await page.click('#tab-compare');
      await become(page, ['loop', '4 s']);
      await page.see('#compare-sentence', 'Processes win here');
      await page.tab.$eval('#compare-cores', (input) => {
        input.value = '1';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await page.see('#compare-sentence', 'Nothing is won here');
      await page.clickItem('tab:compare');
      await page.until(
        () => window.__simul.items().some((one) => one.id === 'compare:cores:more'),
        'the panel is drawn',
      );
      await page.clickItem('compare:cores:more');
      await page.until(() => document.querySelector('#compare-cores-said').textContent === '2', 'two cores');
    },
  },
  {
    name: 'the experiment from all waiting to all computing draws four lines, marks where they cross, and reads them',
    async run(page) {
      await page.click('#tab-compare');
      await page.tab.$eval('#compare-mix-open', (one) => (one.open = true));
      await page.until(() => document.querySelectorAll('.mix polyline').length === 4, 'four lines');
      await page.see('#compare-mix .crossings', 'processes');
      const read = () =>
        page.tab.$$eval('#compare-mix dd', (all) => all.map((one) => Number(one.textContent.replace(' s', ''))));
      const move = (to) =>
        page.tab.$eval(
          '#compare-part',
          (input, value) => {
            input.value = value;
            input.dispatchEvent(new Event('input', { bubbles: true }));
          },
          to,
        );
      await move('0');
      const waiting = await read();
      assert.deepEqual(waiting.slice(0, 2), [8, 1]);
      await move('100');
      const computing = await read();
      assert.deepEqual(computing.slice(0, 2), [8, 8]);
      assert.ok(computing[3] < 2.2, `processes: ${computing[3]}`);
    },
  },
  {
    name: 'a thousand seeds of a counter without a lock: how often each ending came, and the run of one, which a link brings back',
    async run(page, { note }) {
      await openExample(page, 'a_counter_without_a_lock');
      await page.click('#tab-compare');
      await settled(page);
      // It goes on in slices: the page answers meanwhile.
      const slowest = await page.tab.evaluate(async () => {
        document.querySelector('#explore-go').click();
        let most = 0;
        for (let before = performance.now(); document.querySelector('#explore-go').textContent === 'Stop'; ) {
          await new Promise((done) => setTimeout(done, 0));
          most = Math.max(most, performance.now() - before);
          before = performance.now();
        }
        return most;
      });
      note(`the page was held up for ${Math.round(slowest)} ms at most`);
      assert.match(await page.see('#explore-said', '1,000 seeds'), /^1,000 seeds, \d+ different endings\.$/);
      const endings = await page.tab.$$eval('#explore-endings li:not(.more)', (rows) =>
        rows.map((row) => ({
          count: Number(row.querySelector('strong').textContent.replace(',', '')),
          text: row.querySelector('.ending').firstChild.textContent,
          seed: Number(row.querySelector('button').dataset.seed),
        })),
      );
      assert.equal(endings[0].text, 'counter 40 of 40');
      await axe(page);
      const lost = endings.find((one) => one.text === 'counter 30 of 40');
      assert.ok(lost.count > 0 && lost.count < 1000);
      await page.click(`#explore-endings button[data-seed="${lost.seed}"]`);
      await page.become('finished');
      await page.see('#output', lost.text);
      await page.see('#output', 'plain   40');
      assert.equal(await page.tab.$eval('#switch-seed', (input) => input.valueAsNumber), lost.seed);
      await page.click('#share-button');
      await page.see('#share-text', 'Copied: a link of');
      const link = await page.tab.evaluate(() => navigator.clipboard.readText());
      assert.match(link, new RegExp(`#2\\.[^.]*g=${lost.seed}[;.]`));
    },
  },
  {
    name: 'a program that does not come to an end by itself is not compared, and says why',
    async run(page) {
      await openExample(page, 'a_deadlock');
      await page.click('#tab-compare');
      await page.see('#compare-sentence', 'stands still for ever');
      assert.ok(await page.tab.$eval('#compare-table', (one) => one.hidden));
      await settled(page);
    },
  },
];
