// Handing on: moments in links, the QR code, exports, recordings, the page as one file, and without a network.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { limit } from './browser.mjs';

export const packed = (text) => deflateRawSync(Buffer.from(text)).toString('base64url');
export const two = `import asyncio

async def worker(name, delay):
    await asyncio.sleep(delay)
    print(f"{name} done")

async def main():
    await asyncio.gather(worker("A", 1), worker("B", 2))

asyncio.run(main())
`;

// What a click would save, by name, as text or as bytes in base64.
const catchSaves = (page) =>
  page.tab.evaluate(() => {
    window.saves = {};
    const blobs = new Map();
    URL.createObjectURL = (blob) => {
      const url = `blob:${blobs.size}`;
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      window.saves[this.download] = blobs.get(this.getAttribute('href'));
    };
  });
const saved = async (page, name) => {
  await page.until((one) => window.saves[one] !== undefined, `${name} is saved`, 8000, name);
  return page.tab.evaluate(async (one) => {
    const bytes = new Uint8Array(await window.saves[one].arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
  }, name);
};
const savedText = async (page, name) => Buffer.from(await saved(page, name), 'base64').toString('utf8');
const exported = async (page, what) => {
  await page.click('#export-button');
  await page.see('#export-list', what);
  await page.click(`[data-export="${what}"]`);
};
const pressWay = (page, words) =>
  page.tab.evaluate(
    (text) => [...document.querySelectorAll('#notice button')].find((one) => one.textContent.includes(text)).click(),
    words,
  );
const control = (page) => page.tab.evaluate(() => window.__simul.control());
// The page hears of a run's end before its slider does.
const slides = (page) =>
  page.until(() => Number(document.querySelector('#scrub').max) === window.__simul.control().of_events, 'the slider goes to the end');

export const tests = [
  {
    name: 'handing on: a link with a moment offers it, and one press shows the run as it was then',
    async run(page, { browsers }) {
      await page.write(two);
      await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
      await page.run();
      await page.become('finished');
      await slides(page);
      await page.tab.evaluate(() => {
        document.querySelector('#tab-tasks').click();
        const scrub = document.querySelector('#scrub');
        scrub.value = String(Math.floor(Number(scrub.max) / 2));
        scrub.dispatchEvent(new Event('input'));
      });
      const there = await control(page);
      assert.ok(there.looking_back && there.events > 3 && there.events < there.of_events);
      await page.click('#share-button');
      await page.see('#share-text', 'Copied: a link of');
      await page.see('#share-moment-row', `${there.time_s.toFixed(3)} s`);
      const link = await page.tab.$eval('#share-link', (input) => input.value);
      assert.match(link, /#2\.m=i;e=three_workers;t=[\d_]+;k=\d+;p=t\./);
      const other = await browsers.open({ hash: new URL(link).hash });
      try {
        await other.see('#notice', 'and a moment of its run');
        assert.equal((await other.state()).state, 'idle');
        await pressWay(other, 'Show');
        await other.until((events) => window.__simul.control().events === events, 'the moment is shown', 8000, there.events);
        const here = await control(other);
        assert.equal(here.time_s, there.time_s);
        assert.equal(here.looking_back, true);
        assert.equal(await other.tab.$eval('#tab-tasks', (tab) => tab.getAttribute('aria-selected')), 'true');
        assert.deepEqual(other.troubles, []);
      } finally {
        await other.close();
      }
      // Without the tick it is the program alone.
      await page.click('#share-moment');
      await page.until(() => document.querySelector('#share-link').value.includes('#1.'), 'the plain link');
    },
  },
  {
    name: 'handing on: a moment between two events is found by its time, and a live run stays live afterwards',
    open: { hash: `#2.t=1_5;k=0.${packed(two)}` },
    async run(page) {
      await page.see('#notice', 'Show 1.500 s');
      await pressWay(page, 'Show');
      await page.until(() => window.__simul.control().time_s === 1.5, 'the moment is shown', 8000);
      assert.equal((await page.state()).mode, 'live');
      await page.focusEditor();
      await page.paste('# edited\n');
      await page.click('#share-button');
      await page.see('#share-text', 'a link of');
    },
  },
  {
    name: 'handing on: the QR code has the squares of the link, dark on white in every theme',
    async run(page) {
      for (const theme of ['dark', 'light']) {
        await page.tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
        await page.click('#share-button');
        await page.see('#share-text', 'a link of');
        await page.until(() => document.querySelector('#share-qr path') !== null, 'the code');
        const seen = await page.tab.evaluate(() => {
          const box = document.querySelector('#share-qr');
          const svg = box.querySelector('svg');
          return {
            ground: getComputedStyle(box).backgroundColor,
            ink: getComputedStyle(svg).fill,
            side: box.getBoundingClientRect().width / svg.viewBox.baseVal.width,
          };
        });
        assert.equal(seen.ground, 'rgb(255, 255, 255)');
        assert.equal(seen.ink, 'rgb(0, 0, 0)');
        assert.ok(seen.side >= 2, `a square has ${seen.side} px`);
        await page.press('Escape');
      }
    },
  },
  {
    name: 'handing on: SVG, PNG, Markdown and program are of the run that is seen',
    async run(page) {
      await page.write(two);
      await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
      await page.run();
      await page.become('finished');
      await catchSaves(page);
      await exported(page, 'SVG picture');
      const svg = await savedText(page, 'three_workers.svg');
      assert.match(svg, /^<svg /);
      assert.match(svg, /prefers-color-scheme:dark/);
      for (const name of ['Event loop', 'main', 'A', 'B']) assert.ok(svg.includes(`>${name}</text>`), name);
      await exported(page, 'PNG picture');
      const png = Buffer.from(await saved(page, 'three_workers.png'), 'base64');
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      assert.equal(png.readUInt32BE(16), 1920);
      await exported(page, 'Markdown');
      const markdown = await savedText(page, 'three_workers.md');
      assert.ok(markdown.includes('](<three_workers.svg>)'));
      assert.ok(markdown.includes(`\`\`\`python\n${two}\`\`\``));
      assert.match(markdown, / {3}2\.000 {2}B done\n/);
      assert.match(markdown, /\[Open it in Simul\]\(<http:\/\/localhost:\d+\/#1\./);
      await exported(page, 'Program');
      assert.equal(await savedText(page, 'three_workers.py'), two);
    },
  },
  {
    name: 'handing on: before a run the picture is of what the program would do',
    async run(page) {
      await page.write(two);
      await page.until(() => Math.abs(window.__simul.state().end_s - 2) < 0.01, 'the forecast');
      await catchSaves(page);
      await page.click('#export-button');
      await page.see('#export-what', 'what the program would do');
      await page.click('[data-export="SVG picture"]');
      assert.ok((await savedText(page, 'three_workers.svg')).includes('done at 2.000'));
    },
  },
  {
    name: 'handing on: the page as one file opens from disk, runs, and can be saved from there again',
    async run(page, { note }) {
      await page.write(two);
      await catchSaves(page);
      await exported(page, 'Page');
      const html = await savedText(page, 'three_workers.html');
      note(`one file: ${html.length.toLocaleString('en')} bytes`);
      const folder = await mkdtemp(path.join(tmpdir(), 'simul-file-'));
      const tab = await page.context.newPage();
      const troubles = [];
      tab.on('pageerror', (error) => troubles.push(error.message));
      tab.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
      tab.on('request', (request) => /^https?:/.test(request.url()) && troubles.push(request.url()));
      try {
        const file = path.join(folder, 'three workers.html');
        await writeFile(file, html);
        await tab.goto(pathToFileURL(file).href);
        const until = async (ask, what) => {
          for (const end = Date.now() + limit(15_000); !(await tab.evaluate(ask)); await new Promise((done) => setTimeout(done, 30)))
            if (Date.now() > end) throw new Error(`still not: ${what} (${troubles.join('; ')})`);
        };
        await until(() => window.__simul !== undefined, 'the module runs');
        assert.equal(await tab.evaluate(() => window.__simul.text()), two);
        await tab.evaluate(() => document.querySelector('#mode-instant').click());
        await tab.evaluate(() => document.querySelector('#run-button').click());
        await until(() => window.__simul.state().state === 'finished', 'the run has ended');
        await until(() => document.querySelector('#output').textContent.includes('B done'), 'its output');
        assert.equal(await tab.evaluate(() => document.fonts.check('400 13px Inter')), true);
        await catchSaves({ tab });
        await tab.evaluate(() => document.querySelector('#export-button').click());
        await until(() => document.querySelector('[data-export="Page"]') !== null, 'the export dialog');
        await tab.evaluate(() => document.querySelector('[data-export="Page"]').click());
        await until(() => Object.keys(window.saves).length > 0, 'the file again');
        const again = await tab.evaluate(() => Object.values(window.saves)[0].text());
        assert.match(again, /<meta name="simul-link" content="#1\.[^"]+" \/>/);
        assert.ok(Math.abs(again.length - html.length) < 20_000, `${again.length} and ${html.length}`);
        assert.deepEqual(troubles, []);
      } finally {
        await tab.close();
        await rm(folder, { recursive: true });
      }
    },
  },
  {
    name: 'handing on: after a first visit it opens and runs without a network, also a dialog that was never opened',
    async run(page) {
      const url = `${page.origin}?offline`;
      await page.tab.goto(url);
      await page.ready();
      await page.until(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated', 'the worker has its set', 20_000);
      await page.tab.goto('about:blank');
      const client = await page.tab.createCDPSession();
      await page.tab.setOfflineMode(true);
      await page.tab.goto(url);
      await page.ready();
      await page.write('import functools\nprint(functools.reduce(max, [1, 3, 2]))\n'); // needs the library
      await page.run();
      await page.see('#output', '3', 8000);
      await page.click('#share-button');
      await page.see('#share-text', 'a link of');
      await client.detach();
      await page.tab.setOfflineMode(false);
    },
    // The browser's own word on a page that is away.
    tolerates: /ERR_INTERNET_DISCONNECTED/,
  },
  {
    name: 'handing on: a set of files that do not belong together is never taken',
    async run(page, { browsers }) {
      void browsers;
      const root = 'dist';
      const worker = await readFile(path.join(root, 'offline_worker.js'), 'utf8');
      // A deployment that is half done: the worker is new, style.css is still the old one.
      const server = createServer(async (request, response) => {
        const name = decodeURIComponent(new URL(request.url, 'http://x').pathname).slice(1) || 'index.html';
        try {
          let body = await readFile(path.join(root, name));
          if (name === 'style.css') body = Buffer.concat([body, Buffer.from('/* of yesterday */')]);
          if (name === 'offline_worker.js') body = Buffer.from(worker);
          const type = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' }[path.extname(name)];
          response.writeHead(200, { 'Content-Type': type ?? 'application/octet-stream' });
          response.end(body);
        } catch {
          response.writeHead(404);
          response.end();
        }
      });
      await new Promise((done) => server.listen(0, '127.0.0.1', done));
      const tab = await page.context.newPage();
      try {
        await tab.goto(`http://localhost:${server.address().port}/`);
        const outcome = await tab.evaluate(async () => {
          const registration = await navigator.serviceWorker.register('offline_worker.js');
          const one = registration.installing ?? registration.waiting ?? registration.active;
          await new Promise((done) => {
            const look = () => one.state !== 'installing' && done();
            one.addEventListener('statechange', look);
            look();
          });
          return { state: one.state, caches: await caches.keys() };
        });
        assert.deepEqual(outcome, { state: 'redundant', caches: [] });
      } finally {
        await tab.close();
        await new Promise((done) => (server.close(done), server.closeAllConnections()));
      }
    },
  },
  {
    name: 'handing on: a run that CPython made and recorded opens in the same picture, and damaged ones are refused',
    async run(page) {
      const python = (await readFile('.toolchain/python.path', 'utf8')).trim();
      const folder = await mkdtemp(path.join(tmpdir(), 'simul-recording-'));
      try {
        const program = path.join(folder, 'two.py');
        await writeFile(program, two.replace('1), worker("B", 2)', '0.1), worker("B", 0.2)'));
        execFileSync(python, ['tools/simul_trace.py', program]);
        const whole = await readFile(path.join(folder, 'two.simul.txt'), 'utf8');
        const open = async (text) => {
          const file = path.join(folder, 'one.txt');
          await writeFile(file, text);
          if (!(await page.tab.$eval('#export', (one) => one.open))) await page.click('#export-button');
          await page.see('#export', 'Open a recording');
          await (await page.tab.$('#recording-file')).uploadFile(file);
        };
        const before = await page.text();
        const lines = whole.split('\n');
        for (const [text, words] of [
          ['', 'no recording'],
          ['{"traceEvents":[{"ph":"X","name":"<img src=x onerror=alert(1)>"}]}', 'no slices'],
          [whole.slice(0, 100), 'cut off'],
          [`${lines.slice(0, 9).join('\n')}\n0.5 nonsense`, 'not an event'],
          [whole.replace(/^.* task_created .*\n/m, '$&$&'), 'damaged'],
          [`${lines[0]}\n0.000000000 task_created 2 object=2 "itself"\n`, 'create itself'],
        ]) {
          await open(text);
          await page.see('#export-text', words);
          assert.equal(await page.text(), before);
        }
        await open(whole.replaceAll('A done', '<img src=x onerror=alert(1)>'));
        await page.see('#notice', 'This run was recorded from CPython 3.');
        await page.see('#title', 'two.py, recorded from CPython 3.');
        await page.see('#output', '<img src=x onerror=alert(1)>');
        assert.equal(await page.tab.$$eval('#output img', (found) => found.length), 0);
        const state = await page.state();
        assert.equal(state.state, 'finished');
        assert.match(state.sentence, /^Recorded from CPython 3\./);
        assert.ok(state.time_s > 0.2);
        assert.match(await page.text(), /worker\("A", 0\.1\)/);
        assert.deepEqual((await page.tasks()).tasks.map((task) => [task.name, task.state]), [['main', 'done'], ['A', 'done'], ['B', 'done']]);
        // Its bars, and any moment of it.
        await page.until(() => window.__simul.items().some((one) => one.label.includes('sleep(0.2)')), 'its bars are drawn');
        await slides(page);
        await page.tab.evaluate(() => {
          const scrub = document.querySelector('#scrub');
          scrub.value = '9';
          scrub.dispatchEvent(new Event('input'));
        });
        const here = await control(page);
        assert.deepEqual([here.looking_back, here.events], [true, 9]);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  },
  {
    name: 'handing on: a Chrome trace from elsewhere opens as plain slices, every word of it as text',
    async run(page) {
      const folder = await mkdtemp(path.join(tmpdir(), 'simul-trace-'));
      try {
        const evil = '<img src=x onerror=alert(1)>';
        const file = path.join(folder, 'one.json');
        await writeFile(
          file,
          JSON.stringify([
            { ph: 'M', pid: 1, tid: 1, name: 'thread_name', args: { name: evil } },
            { ph: 'X', pid: 1, tid: 1, ts: 1000, dur: 4000, name: evil },
            { ph: 'X', pid: 1, tid: 1, ts: 2000, dur: 1000, name: 'inner' },
            { ph: 'C', pid: 1, tid: 1, ts: 0 },
          ]),
        );
        const before = await page.text();
        await page.click('#export-button');
        await page.see('#export', 'Open a recording');
        await (await page.tab.$('#recording-file')).uploadFile(file);
        await page.see('#slices-said', '2 slices on 1 track, 4 ms in all');
        await page.see('#slices-body', evil);
        await page.see('#slices-notes', '1 event of another kind');
        assert.equal(await page.tab.$$eval('#slices img', (found) => found.length), 0);
        // The outer one lies in the first row, across nearly the whole width.
        const box = await (await page.tab.$('#slices-canvas')).boundingBox();
        await page.tab.mouse.click(box.x + box.width / 8, box.y + 22 + 18 + 9);
        await page.see('#slices-said', `${evil}: at 0 µs, 4 ms long`);
        await page.tab.mouse.click(box.x + box.width * 0.4, box.y + 22 + 18 + 27);
        await page.see('#slices-said', 'inner: at 1 ms, 1 ms long');
        assert.equal(await page.text(), before);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  },
  {
    name: 'handing on: it works from a folder of a site, too',
    async run(page) {
      const server = createServer(async (request, response) => {
        const { pathname } = new URL(request.url, 'http://x');
        if (!pathname.startsWith('/tools/simul/')) return response.writeHead(404).end();
        const name = pathname.slice('/tools/simul/'.length) || 'index.html';
        const type = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' }[path.extname(name)];
        const body = await readFile(path.join('dist', name)).catch(() => null);
        response.writeHead(body === null ? 404 : 200, { 'Content-Type': type ?? 'application/octet-stream' });
        return response.end(body);
      });
      await new Promise((done) => server.listen(0, '127.0.0.1', done));
      const tab = await page.context.newPage();
      try {
        const missing = [];
        tab.on('response', (response) => response.status() >= 400 && missing.push(response.url()));
        await tab.goto(`http://localhost:${server.address().port}/tools/simul/#1.m=i.${packed(two)}`);
        for (const end = Date.now() + limit(12_000); !(await tab.evaluate(() => window.__simul !== undefined)); await new Promise((done) => setTimeout(done, 30)))
          if (Date.now() > end) throw new Error(`it does not start: ${missing.join(' ')}`);
        await tab.evaluate(() => document.querySelector('#run-button').click());
        for (const end = Date.now() + limit(8000); !(await tab.evaluate(() => document.querySelector('#output').textContent.includes('B done'))); await new Promise((done) => setTimeout(done, 30)))
          if (Date.now() > end) throw new Error('it does not run');
        await tab.evaluate(() => document.querySelector('#share-button').click());
        for (const end = Date.now() + limit(8000); !(await tab.evaluate(() => document.querySelector('#share-link').value)); await new Promise((done) => setTimeout(done, 30)))
          if (Date.now() > end) throw new Error('no link');
        assert.match(await tab.$eval('#share-link', (one) => one.value), /^http:\/\/localhost:\d+\/tools\/simul\/#1\./);
        assert.deepEqual(missing, []);
      } finally {
        await tab.close();
        await new Promise((done) => (server.close(done), server.closeAllConnections()));
      }
    },
  },
];
