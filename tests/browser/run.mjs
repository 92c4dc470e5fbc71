// run.mjs [WORDS...] [--root DIR] [--firefox] [--bless] - the page in a real Chromium. Tests whose name has all WORDS; without
// words, all. --firefox: in Firefox, those that firefox.mjs names. --bless writes the golden pictures anew. Ends with "N passed,
// N failed".
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browsers } from './browser.mjs';
import { inFirefox, missingForFirefox } from './firefox.mjs';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '../..'));
const args = process.argv.slice(2);
const at = args.indexOf('--root');
const root = at < 0 ? 'dist' : args.splice(at, 2)[1];
const isFirefox = args.includes('--firefox');
const bless = args.includes('--bless');
const words = args.filter((word) => !word.startsWith('--')).map((word) => word.toLowerCase());
const kLongest = 60_000; // only so that a test that hangs ends: what a test waits for has limits of its own

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
for (const file of ['running', 'editing', 'library', 'sharing', 'handing_on', 'robust', 'watch', 'canvas', 'reach', 'learning', 'comparing', 'composing', 'cards', 'timeline_gestures', 'asking', 'checked'])
  tests.push(...(await import(`./${file}.mjs`)).tests);
const offered = isFirefox ? inFirefox(tests) : tests;
const chosen = offered.filter((test) => words.every((word) => test.name.toLowerCase().includes(word)));

const browsers = new Browsers(root, isFirefox ? 'firefox' : 'chromium');
let passed = 0;
let failed = 0;
for (const test of chosen) {
  const begin = performance.now();
  let page = null;
  const notes = [];
  try {
    const work = (async () => {
      page = await browsers.open(test.open ?? {});
      await test.run(page, { browsers, bless, note: (text) => notes.push(text) });
      page.troubles = page.troubles.filter((trouble) => !test.tolerates?.test(trouble));
      if (page.troubles.length > 0) throw new Error(`the page complained:\n    ${page.troubles.join('\n    ')}`);
    })();
    await Promise.race([
      work,
      new Promise((_, reject) => setTimeout(() => reject(new Error(`longer than ${kLongest} ms`)), kLongest).unref()),
    ]);
    passed++;
    console.log(
      `ok    ${test.name} (${Math.round(performance.now() - begin)} ms)${notes.map((text) => `\n        ${text}`).join('')}`,
    );
  } catch (error) {
    failed++;
    console.log(
      `FAIL  ${test.name}\n      ${String(error.stack ?? error)
        .split('\n')
        .slice(0, 12)
        .join('\n      ')}`,
    );
    if (page !== null) console.log(`      ${page.troubles.slice(0, 5).join('\n      ')}`);
  } finally {
    await page?.close().catch(() => undefined);
  }
}
await browsers.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
