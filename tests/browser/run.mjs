// run.mjs [WORDS...] [--root DIR] [--jobs N] [--firefox] [--bless] - the page in a real Chromium. Tests whose name has all WORDS;
// without words, all. --firefox: in Firefox, those that firefox.mjs names. --bless writes the golden pictures anew. Ends with
// "N passed, N failed".
//
// A test is { name, open, alone, run }. open: what Browsers.open takes. Most tests wait for clocks, so N run side by side, each in
// a browser of its own (as many as there are cores, four at most); those that are `alone`, which measure the real time that the
// page takes, run after them, one by one.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browsers, limit, workBeside } from './browser.mjs';
import { inFirefox, missingForFirefox } from './firefox.mjs';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '../..'));
const args = process.argv.slice(2);
const option = (name, usual) => {
  const at = args.indexOf(name);
  return at < 0 ? usual : args.splice(at, 2)[1];
};
const root = option('--root', 'dist');
const most = Number(option('--jobs', Math.min(4, availableParallelism())));
const isFirefox = args.includes('--firefox');
const bless = args.includes('--bless');
const words = args.filter((word) => !word.startsWith('--')).map((word) => word.toLowerCase());
const kLongest = 60_000; // only so that a test that hangs ends: what a test waits for has limits of its own
const kOnAShelf = 25; // tests in one process

if (!existsSync(path.join(root, 'simul.wasm'))) {
  console.error(`${root}/simul.wasm is missing: ./play --build-only makes it.`);
  process.exit(2);
}

const missing = isFirefox ? missingForFirefox() : null;
if (missing !== null) {
  console.log(`${missing}\n0 passed, 1 failed`);
  process.exit(2);
}

const tests = [];
for (const file of ['running', 'editing', 'library', 'sharing', 'handing_on', 'embedding', 'robust', 'watch', 'canvas', 'reach', 'learning', 'comparing', 'from_nothing', 'composing', 'cards', 'cards_of_any_text', 'timeline_gestures', 'asking', 'checked'])
  tests.push(...(await import(`./${file}.mjs`)).tests);
const offered = isFirefox ? inFirefox(tests) : tests;
const chosen = offered.filter((test) => words.every((word) => test.name.toLowerCase().includes(word)));

let passed = 0;
let failed = 0;

// Says it when it is over, in one piece, as others run beside it.
async function runTest(test, browsers) {
  const begin = performance.now();
  let page = null;
  const notes = [];
  let watching = null;
  try {
    const work = (async () => {
      page = await browsers.open({ shelved: true, ...test.open });
      await test.run(page, { browsers, bless, note: (text) => notes.push(text) });
      page.troubles = page.troubles.filter((trouble) => !test.tolerates?.test(trouble));
      if (page.troubles.length > 0) throw new Error(`the page complained:\n    ${page.troubles.join('\n    ')}`);
    })();
    const tooLong = new Promise((_, reject) => {
      watching = setInterval(() => {
        const took = performance.now() - begin;
        if (took > limit(kLongest)) reject(new Error(`longer than ${Math.round(took)} ms`));
      }, 1000);
    });
    await Promise.race([work, tooLong]);
    passed++;
    console.log(
      `ok    ${test.name} (${Math.round(performance.now() - begin)} ms)${notes.map((text) => `\n        ${text}`).join('')}`,
    );
    return true;
  } catch (error) {
    failed++;
    const stack = String(error.stack ?? error).split('\n').slice(0, 12);
    console.log([`FAIL  ${test.name}`, ...stack, ...(page?.troubles.slice(0, 5) ?? [])].join('\n      '));
    return false;
  } finally {
    clearInterval(watching);
    await page?.close().catch(() => undefined);
  }
}

async function runAll(queue, jobs) {
  workBeside(jobs - 1);
  const worker = async (browsers) => {
    for (let n = 1, test; (test = queue.shift()) !== undefined; n++)
      if (!(await runTest(test, browsers)) || n % kOnAShelf === 0) await browsers.clearShelves();
  };
  await Promise.all(Array.from({ length: jobs }, (_, n) => worker((open[n] ??= new Browsers(root, kind, { lean: true })))));
}

const kind = isFirefox ? 'firefox' : 'chromium';
const open = [];
const together = chosen.filter((test) => !test.alone);
await runAll(together, Math.max(1, Math.min(isFirefox ? 1 : most, together.length)));
for (const browsers of open.splice(1)) await browsers.close();
await runAll(chosen.filter((test) => test.alone), 1);
for (const browsers of open) await browsers.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
