// What a hand does to the canvas's cards until the three workers are there, filmed: a picture whenever something is other.
import { settled } from '../tests/browser/scenes.mjs';

const place = (page, words) =>
  page.until(
    (begin) => {
      const item = window.__simul.items().find((one) => one.id === begin || one.label.startsWith(begin));
      const box = document.querySelector('#canvas').getBoundingClientRect();
      return item && { x: box.x + item.x + item.w / 2, y: box.y + item.y + item.h / 2, bottom: box.y + item.y + item.h };
    },
    words,
    8000,
    words,
  );
const below = async (page, words) => {
  const { x, bottom } = await place(page, words);
  return { x: x - 30, y: bottom + 3 };
};

// shoot(ms): the page as it is now, shown for so long.
export async function build(page, shoot) {
  const { mouse } = page.tab;
  const written = (before) => page.until((text) => window.__simul.text() !== text && window.__simul.settled(), 'what was written', 8000, before);
  const drag = async (from, to) => {
    const before = await page.text();
    await mouse.move(from.x, from.y);
    await settled(page);
    await mouse.down();
    for (const share of [0.5, 1]) {
      await mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
      if (share === 1) await settled(page);
      await shoot(share === 1 ? 800 : 120);
    }
    await mouse.up();
    await written(before);
    await settled(page);
    await shoot(500);
  };
  const add = async (entry, to) => drag(await place(page, `add:${entry}`), to);
  const remove = async (step) => drag(await place(page, step), await place(page, 'add:sleep'));

  const edit = async (slot, value) => {
    const at = await place(page, slot);
    await mouse.click(at.x, at.y);
    await page.until(() => document.activeElement.matches('.canvas-field'), 'the field over the value');
    await shoot(300);
    await page.press('Control', 'a');
    await page.tab.keyboard.type(value);
    await shoot(500);
    const before = await page.text();
    await page.press('Enter');
    await written(before);
    await settled(page);
    await shoot(500);
  };

  await page.focusEditor();
  await page.press('Control', 'a');
  await page.press('Backspace');
  await page.tab.focus('#canvas');
  await page.press('5');
  const begin = await place(page, 'begin:coroutine');
  await settled(page);
  await shoot(900);
  await mouse.click(begin.x, begin.y);
  await written('');
  await settled(page);
  await shoot(500);
  const cards = await place(page, 'cards');
  await add('coroutine', { x: cards.x + 60, y: cards.y + 60 });
  await add('queue-put', await below(page, 'sleep, 1.0, line 6'));
  await add('group', await below(page, 'sleep, 1.0, line 13'));
  await remove('sleep, 1.0, line 13');
  // A third worker: the second once more, and its name.
  const second = await place(page, 'create task: task of worker, line 15');
  await mouse.click(second.x - 60, second.y);
  await settled(page);
  await page.tab.focus('#canvas');
  const two = await page.text();
  await page.press('Control', 'd');
  await written(two);
  await settled(page);
  await shoot(500);
  const names = (await page.items()).filter((one) => one.id.startsWith('slot:') && one.label.includes('"B"'));
  await edit(names.at(-1).id, '"C"');
  await add('timeout', await below(page, 'create task: task of worker, line 16').then((to) => ({ x: to.x, y: to.y + 16 })));
  await add('queue-get', await below(page, 'sleep, 1.0, line 18'));
  await remove('sleep, 1.0, line 18');
  await add('print', await below(page, 'queue get'));
  await edit('print: values "hello"', 'item');
  await page.tab.evaluate(() => {
    document.querySelector('#mode-instant').click();
    document.querySelector('#run-button').click();
  });
  await page.become('finished');
  await mouse.move(10, 20);
  await settled(page);
  await shoot(4000);
  return page.text();
}
