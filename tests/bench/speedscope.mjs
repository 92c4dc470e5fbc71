// speedscope.mjs [TASKSxNAPS ...] - the picture beside speedscope, on the same trace in one run: how long it takes to stand
// there, what a frame costs the page's own thread while somebody zooms, and how much memory the tab holds then.
//
// Simul runs the program (instant) and shows it; the trace that it exports is what speedscope is given, as a file served from
// the same place. Both in the same Chromium, one after the other, a fresh browser each. scripts/setup bench fetches speedscope.
import { createServer } from 'node:http';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browsers, sleep } from '../browser/browser.mjs';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '../..'));
const kPeer = '.toolchain/speedscope/node_modules/speedscope';
if (!existsSync(kPeer)) {
  console.error('speedscope is missing: scripts/setup bench fetches it.');
  process.exit(2);
}
const sizes = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['1000x25', '10000x10'];

const program = (tasks, naps) => `import asyncio


async def worker(n):
    for i in range(${naps}):
        await asyncio.sleep(0.001 * (1 + (n * 7 + i * 3) % 50))


async def main():
    await asyncio.gather(*(worker(n) for n in range(${tasks})))


asyncio.run(main())
`;

// Every frame's callback is timed, whoever asks for it.
const timed = () => {
  const ask = window.requestAnimationFrame.bind(window);
  window.frameTimes = [];
  window.requestAnimationFrame = (callback) =>
    ask((now) => {
      const begin = performance.now();
      callback(now);
      window.frameTimes.push(performance.now() - begin);
    });
};

// What the tab's process has in memory and shares with nobody, in megabytes.
function memory(browser) {
  let most = 0;
  const parent = String(browser.process().pid);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
      if (!command.includes('--type=renderer') || !descends(pid, parent)) continue;
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1');
      const kb = [...rollup.matchAll(/^Private_(?:Dirty|Clean):\s+(\d+)/gm)].reduce((sum, found) => sum + Number(found[1]), 0);
      most = Math.max(most, kb / 1024);
    } catch {
      // It ended meanwhile.
    }
  }
  return most;
}
function descends(pid, from) {
  for (let at = pid; at !== '0' && at !== '1'; ) {
    if (at === from) return true;
    const stat = readFileSync(`/proc/${at}/stat`, 'latin1');
    at = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  }
  return false;
}

// Zooms in and out around the middle of the picture; answers with the frames that drew.
async function zoom(tab, box) {
  await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await tab.evaluate(() => void (window.frameTimes = []));
  for (let n = 0; n < 40; n++) {
    await tab.evaluate(
      (x, y, deltaY) =>
        document
          .elementFromPoint(x, y)
          .dispatchEvent(new WheelEvent('wheel', { deltaY, clientX: x, clientY: y, ctrlKey: true, bubbles: true, cancelable: true })),
      box.x + box.width / 2,
      box.y + box.height / 2,
      n < 20 ? -40 : 40,
    );
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
  }
  const times = (await tab.evaluate(() => window.frameTimes)).filter((ms) => ms >= 0.2).sort((a, b) => a - b);
  return { count: times.length, median: times[times.length >> 1] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

async function simul(tasks, naps) {
  const browsers = new Browsers('dist');
  const page = await browsers.open({ width: 1440, height: 900, before: timed });
  await page.write(program(tasks, naps));
  await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
  await sleep(3000); // its forecast is made
  const begin = performance.now();
  await page.run();
  await page.until(() => window.__simul.state().state === 'finished', 'the run has ended', 120_000);
  const frames = await page.frames();
  await page.until((before) => window.__simul.frames() > before, 'it is drawn', 60_000, frames).catch(() => undefined);
  const load = performance.now() - begin;
  await sleep(1500);
  const box = await page.tab.$eval('#canvas', (one) => one.getBoundingClientRect().toJSON());
  const frame = await zoom(page.tab, { ...box, height: box.height / 2 });
  const held = memory(await browsers.at(1));
  const trace = await page.tab.evaluate(async () => {
    let blob = null;
    const make = URL.createObjectURL;
    URL.createObjectURL = (one) => ((blob = one), make.call(URL, one));
    document.querySelector('#export-button').click();
    while (blob === null) {
      document.querySelector('[data-export="Chrome trace"]')?.click();
      await new Promise((done) => setTimeout(done, 20));
    }
    URL.createObjectURL = make;
    return blob.text();
  });
  await browsers.close();
  return { load, frame, held, trace };
}

async function speedscope(trace) {
  const root = path.join(kPeer, 'dist/release');
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.wasm': 'application/wasm' };
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url.split(/[?#]/)[0]);
    if (name === '/run.json') return response.writeHead(200, { 'content-type': 'application/json' }).end(trace);
    const file = path.join(root, path.basename(name) || 'index.html');
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const browsers = new Browsers('dist');
  const browser = await browsers.at(1);
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1440, height: 900 });
  await tab.evaluateOnNewDocument(timed);
  await tab.goto(url, { waitUntil: 'load' });
  await sleep(1000); // it stands there, empty
  const begin = performance.now();
  await tab.evaluate(() => void (location.hash = `profileURL=${encodeURIComponent(`${location.origin}/run.json`)}`));
  await tab.reload({ waitUntil: 'domcontentloaded' });
  // Its toolbar has the name of the profile once it is read.
  for (;;) {
    const text = await tab.evaluate(() => document.body.innerText);
    if (/run\.json|Time Order|Sandwich/.test(text) && !/Loading/i.test(text)) break;
    if (performance.now() - begin > 180_000) throw new Error('speedscope has not shown the trace within three minutes');
    await sleep(20);
  }
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
  const load = performance.now() - begin;
  await sleep(1500);
  const frame = await zoom(tab, { x: 0, y: 100, width: 1440, height: 600 });
  const held = memory(browser);
  await browsers.close();
  server.close();
  return { load, frame, held };
}

console.log('| trace | | Simul | speedscope |\n|---|---|--:|--:|');
for (const size of sizes) {
  const [tasks, naps] = size.split('x').map(Number);
  const ours = await simul(tasks, naps);
  const slices = (ours.trace.match(/"ph":"X"/g) ?? []).length;
  const peer = await speedscope(ours.trace);
  const what = `${tasks.toLocaleString('en')} tasks, ${slices.toLocaleString('en')} slices, ${(ours.trace.length / 1e6).toFixed(1)} MB`;
  const row = (name, value) => console.log(`| ${name === 'until it stands there' ? what : ''} | ${name} | ${value(ours)} | ${value(peer)} |`);
  row('until it stands there', (one) => `${(one.load / 1000).toFixed(2)} s`);
  row('a frame while zooming, median', (one) => `${one.frame.median.toFixed(1)} ms`);
  row('a frame while zooming, 95 %', (one) => `${one.frame.p95.toFixed(1)} ms`);
  row('memory of the tab', (one) => `${one.held.toFixed(0)} MB`);
}
