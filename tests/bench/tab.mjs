// tab.mjs MODULE ROW,... - rows of loop_bench.cpp in a tab of Chromium, on the page's own thread, as the playground runs its loop.
//
// MODULE is build/web/simul_bench_tab.mjs with its .wasm beside it. Prints what the program prints, a line of JSON for each row.
// A tab knows only wall time, so a busy machine shows here more than in node.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Browsers } from '../browser/browser.mjs';

const [module, rows = ''] = process.argv.slice(2);
if (!module) {
  console.error('usage: tab.mjs MODULE ROW,...');
  process.exit(2);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'simul-tab-'));
const browsers = new Browsers(folder);
let status = 1;
try {
  const name = path.basename(module);
  for (const file of [name, name.replace(/\.mjs$/, '.wasm')]) copyFileSync(path.join(path.dirname(module), file), path.join(folder, file));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>bench</title><script type="module" src="main.js"></script>');
  writeFileSync(
    path.join(folder, 'main.js'),
    `import start from './${name}';
window.start = (rows) => new Promise((done) => {
  const lines = [];
  const said = (line) => lines.push(line);
  start({ arguments: [rows], print: said, printErr: said, onExit: (status) => done({ lines, status }), onAbort: (why) => done({ lines: [...lines, why], status: 1 }) });
});`,
  );
  const browser = await browsers.at(1);
  const tab = await browser.newPage();
  await tab.goto(await browsers.origin(), { waitUntil: 'load' });
  const answer = await tab.evaluate((asked) => window.start(asked), rows);
  for (const line of answer.lines) console.log(line);
  status = answer.status;
} finally {
  await browsers.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);
