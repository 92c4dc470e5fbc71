// axe's rules on every page and every dialog there is, in both themes: what a screen reader, or an eye that needs contrast, meets.
import { axe } from './reach.mjs';
import { settled as still } from './scenes.mjs';

const calm = (page, theme) =>
  page.tab.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
const isOpen = (page, id) => page.until((name) => document.querySelector(`#${name}`).open, `the dialog ${id}`, 8000, id);
const lesson = async (page, id) => {
  await page.tab.evaluate((to) => void (location.hash = to), `#lesson=${id}`);
  await page.until((to) => location.hash === `#lesson=${to}` && document.querySelector('.ask, .goal, .puzzle, #lesson h2') !== null, id, 8000, id);
};

export const tests = ['dark', 'light'].flatMap((theme) => [
  {
    name: `axe finds nothing, ${theme}, in any dialog and under any tab`,
    open: { theme, width: 1440, height: 900 },
    async run(page) {
      await calm(page, theme);
      const found = [];
      const check = (what) => axe(page).catch((error) => found.push(`${what}: ${error.message}`));
      await page.tab.evaluate(() => {
        document.querySelector('#mode-instant').click();
        document.querySelector('#run-button').click();
      });
      await page.become('finished');
      for (const tab of ['tasks', 'steps', 'compose', 'compare', 'problems', 'output']) {
        await page.click(`#tab-${tab}`);
        await page.until(() => window.__simul.settled(), 'the panel');
        await check(tab);
      }
      for (const [id, opener] of [
        ['gallery', '#gallery-button'],
        ['share', '#share-button'],
        ['export', '#export-button'],
        ['settings', '#settings-button'],
        ['stops', '#stops-button'],
        ['help', '#help-button'],
      ]) {
        await page.click(opener);
        await isOpen(page, id);
        if (id === 'share') {
          await page.until(() => document.querySelector('#share-link').value !== '', 'the link');
          await page.click('#embed summary');
        }
        await still(page);
        await check(id);
        if (id !== 'help') await page.press('Escape');
      }
      await page.click('#tour-button');
      for (const n of [1, 2, 3, 4, 5]) {
        await page.see('#tour', `${n} of 5`);
        await check(`tour ${n}`);
        await page.press('Enter');
      }
      await page.click('#tab-compose');
      await page.until(() => window.__simul.settled(), 'the steps');
      await page.tab.focus('#compose-cards .title');
      await page.press('a');
      await isOpen(page, 'choice');
      await check('choice');
      await page.press('Escape');
      await page.press('Control', '.');
      await isOpen(page, 'refactor');
      await page.tab.evaluate(() => document.querySelector('#refactor-list button')?.click());
      await check('refactor');
      await page.press('Escape');
      if (found.length > 0) throw new Error(found.join('\n'));
    },
  },
  {
    name: `axe finds nothing, ${theme}, in lessons, a puzzle and an embedded page`,
    open: { theme },
    async run(page, { browsers }) {
      await calm(page, theme);
      const found = [];
      const check = (what) => axe(page).catch((error) => found.push(`${what}: ${error.message}`));
      await page.click('#lessons-button');
      await page.see('#lesson h2', 'Lessons');
      await check('lessons');
      await lesson(page, 'one_after_the_other');
      await check('a lesson');
      const puzzle = await page.tab.evaluate(() => document.querySelector('[data-kind=puzzle], .entry.puzzle')?.dataset.id ?? 'lost_update');
      await lesson(page, puzzle);
      await still(page);
      await check(`puzzle ${puzzle}`);
      await page.tab.goto('about:blank');
      await page.tab.goto(`${await browsers.origin()}embed.html`);
      await page.ready();
      await check('embed.html');
      if (found.length > 0) throw new Error(found.join('\n'));
    },
  },
]);
