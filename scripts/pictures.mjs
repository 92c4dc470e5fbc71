// pictures.mjs [scenes] [panels] [edit] [lesson] [recording] [building] - the pictures of docs/, made anew from the built page in dist/: each of
// the ten scenes at its most telling moment, Compare and the hall, an edit with the run before it beneath, a lesson after a wrong guess, and a
// recording of a live run, and one of a program that is put together from cards. All without words.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browsers, sleep } from '../tests/browser/browser.mjs';
import { openScene, panels, scenes, settled } from '../tests/browser/scenes.mjs';
import { apng } from './apng.mjs';
import { build } from './building.mjs';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
const wanted = process.argv.slice(2);
const wants = (what) => wanted.length === 0 || wanted.includes(what);
const browsers = new Browsers('dist');
const kMost = { picture: 150_000, panel: 250_000, recording: 1_000_000 };

function keep(file, bytes, most) {
  if (bytes.length > most) throw new Error(`${file} would have ${bytes.length} bytes, more than ${most}`);
  writeFileSync(file, bytes);
  console.log(`${file}  ${bytes.length} bytes`);
}
const shot = async (page) => Buffer.from(await page.tab.screenshot({ type: 'png' }));

if (wants('scenes')) {
  mkdirSync('docs/scenes', { recursive: true });
  for (const [n, scene] of scenes.entries()) {
    const page = await browsers.open({ theme: n % 2 === 0 ? 'dark' : 'light', width: 1280, height: 760 });
    await openScene(page, scene, 90_000);
    keep(`docs/scenes/${scene.example}.png`, await shot(page), kMost.picture);
    await page.close();
  }
}

if (wants('panels')) {
  for (const panel of panels) {
    const light = panel.name === 'compare';
    const before = () => localStorage.setItem('simul.panel', '490');
    const page = await browsers.open({ theme: light ? 'light' : 'dark', width: 1440, height: 900, before });
    await openScene(page, panel, 90_000);
    keep(light ? 'docs/compare.png' : 'docs/chess.png', await shot(page), kMost.panel);
    await page.close();
  }
}

const clickExample = (page, id) =>
  page.tab.evaluate((example) => {
    document.querySelector('#gallery-button').click();
    document.querySelector(`#gallery [data-example=${example}]`).click();
  }, id);

if (wants('edit')) {
  const page = await browsers.open({ theme: 'light', width: 1280, height: 760 });
  await clickExample(page, 'three_workers');
  await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
  await page.run();
  await page.become('finished');
  await page.write((await page.text()).replace('"B", 2.0', '"B", 2.6'));
  await page.tab.evaluate(() => document.activeElement?.blur());
  await page.tab.mouse.move(10, 20);
  await settled(page);
  keep('docs/edited-delay.png', await shot(page), kMost.picture);
  await page.close();
}

if (wants('lesson')) {
  const page = await browsers.open({ theme: 'dark', width: 1240, height: 700, hash: '#lesson=who_holds_the_loop' });
  await page.see('.ask', 'when does');
  await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
  await page.tab.focus('.axis input');
  await page.press('ArrowRight');
  await page.click('.ask .primary');
  await page.see('.card-said', 'Not so', 30_000);
  await page.tab.mouse.move(10, 20);
  await settled(page);
  keep('docs/lesson.png', await shot(page), kMost.picture);
  await page.close();
}

// Live, as slowly as it goes, so that a busy machine gets its frames too; shown at half of its pace.
if (wants('recording')) {
  const page = await browsers.open({ theme: 'dark', width: 1000, height: 640 });
  await clickExample(page, 'one_blocking_call');
  await page.tab.evaluate(() => {
    const speed = document.querySelector('#speed');
    speed.value = '0.05';
    speed.dispatchEvent(new Event('change'));
  });
  await page.tab.mouse.move(10, 20);
  await settled(page);
  const frames = [{ png: await shot(page), at: performance.now() }];
  await page.run();
  await page.tab.evaluate(() => document.activeElement?.blur());
  for (let over = false; !over; ) {
    over = (await page.state()).state === 'finished';
    frames.push({ png: await shot(page), at: performance.now() });
    await sleep(60);
  }
  const shown = frames.map(({ png, at }, n) => ({ png, ms: n + 1 < frames.length ? (frames[n + 1].at - at) / 10 : 2500 }));
  shown[0].ms = 800;
  keep('docs/live-run.png', apng(shown), kMost.recording);
  console.log(`${frames.length} frames`);
  await page.close();
}

if (wants('building')) {
  const before = () => localStorage.setItem('simul.panel', '500');
  const page = await browsers.open({ theme: 'dark', width: 1040, height: 730, before });
  const frames = [];
  const text = await build(page, async (ms) => frames.push({ png: await shot(page), ms }));
  keep('docs/building.png', apng(frames), kMost.recording);
  console.log(`${frames.length} frames\n${text}`);
  await page.close();
}
await browsers.close();
