// Chromium with the page in it, in the words of the tests: open, write, press, read. One browser a screen ratio. Every page
// opened has a profile of its own, or that of the shelf, emptied: there the module stays compiled from page to page. Pages are
// polled with plain functions: the page's content security policy forbids text as code.
import puppeteer from 'puppeteer-core';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { serve } from '../../scripts/serve.mjs';
import { VirtualScreen, firefoxOptions } from './firefox.mjs';

const chromium =
  process.env.CHROMIUM ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
const modifier = 'Control';

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

// How long a test waits for what ought to come: `ms` where the page has the machine to itself, and as much longer as others
// are at work beside it. No claim about the page's speed: those are made of what the test itself has measured.
let beside = 1;
export const limit = (ms) => ms * beside * Math.max(1, loadavg()[0] / cpus().length);
export const workBeside = (others) => {
  beside = 1 + others;
};

// A profile that pages come into one after the other, with a tab behind them that keeps the module: V8 compiles the same bytes
// once in a process, and a page needs 0.8 s of processor then where it needs 2.3 in a process of its own.
class Shelf {
  static async open(browser, origin) {
    const shelf = new Shelf();
    shelf.origin = origin;
    shelf.context = await browser.createBrowserContext();
    shelf.keeper = await shelf.context.newPage();
    await shelf.keeper.goto(`${origin}style.css`);
    await shelf.keeper.evaluate(async () => {
      window.kept = await WebAssembly.compileStreaming(fetch('simul.wasm'));
    });
    shelf.client = await shelf.keeper.createCDPSession();
    return shelf;
  }
  // As nobody has ever been here.
  async empty() {
    for (const tab of await this.context.pages()) if (tab !== this.keeper) await tab.close();
    await this.client.send('Storage.clearDataForOrigin', { origin: new URL(this.origin).origin, storageTypes: 'all' });
  }
}

export class Browsers {
  #server = null;
  #open = new Map();
  #shelves = new Map();
  #screen = null;

  // lean: for many tests, not for pictures of the page or measurements of it. The browser composes its window without the
  // graphics that the processor makes here (the canvas is still WebGL), and all pages of a profile live in one process.
  constructor(root, kind = 'chromium', { lean = false } = {}) {
    this.root = root;
    this.kind = kind;
    this.lean = lean;
  }
  async origin() {
    this.#server ??= await serve({ root: this.root, port: 0 });
    return this.#server.url;
  }
  async at(ratio) {
    if (this.kind === 'firefox' && !this.#open.has(ratio)) {
      this.#screen ??= await VirtualScreen.start();
      this.#open.set(ratio, await puppeteer.launch(firefoxOptions(ratio, this.#screen.name)));
    }
    if (this.#open.has(ratio)) return this.#open.get(ratio);
    if (!chromium) throw new Error('no Chromium found: apt-get install chromium, or set CHROMIUM to its path');
    if (!this.#open.has(ratio)) {
      this.#open.set(
        ratio,
        await puppeteer.launch({
          executablePath: chromium,
          headless: true,
          defaultViewport: null,
          // These three would keep a hidden tab from knowing that it is hidden.
          ignoreDefaultArgs: [
            '--disable-background-timer-throttling',
            '--disable-renderer-backgrounding',
            '--disable-backgrounding-occluded-windows',
          ],
          args: [
            '--no-sandbox',
            `--force-device-scale-factor=${ratio}`,
            '--window-size=1280,860',
            '--enable-unsafe-swiftshader',
            '--use-gl=angle',
            '--use-angle=swiftshader',
            '--ignore-gpu-blocklist',
            '--hide-scrollbars',
            '--font-render-hinting=none',
            ...(this.lean ? ['--disable-gpu-compositing', '--process-per-site'] : []),
          ],
        }),
      );
    }
    return this.#open.get(ratio);
  }
  async close() {
    for (const browser of this.#open.values()) await browser.close();
    this.#screen?.stop();
    await this.#server?.close();
  }

  // before: a function for the page's very beginning. ready: wait until the module runs. first: the browser's first visit,
  // which shows a scene by itself; most tests want to press Play themselves. shelved: in the emptied profile of the shelf, which
  // has room for one page at a time; else, and on a first visit, in a profile of its own.
  async open({
    hash = '',
    ratio = 1,
    width = 1280,
    height = 800,
    theme = 'dark',
    before = null,
    ready = true,
    first = false,
    shelved = false,
  } = {}) {
    const browser = await this.at(ratio);
    const origin = await this.origin();
    const isFirefox = this.kind === 'firefox';
    const shelf = shelved && this.lean && !isFirefox && !first ? await this.#shelf(browser, ratio, origin) : null;
    const context = shelf?.context ?? (await browser.createBrowserContext());
    // WebDriver BiDi has no words for these two: Firefox is started dark, and asked no permission.
    if (!isFirefox)
      await context.overridePermissions(origin.replace(/\/$/, ''), [
        'clipboard-read',
        'clipboard-write',
        'clipboard-sanitized-write',
      ]);
    const tab = await context.newPage();
    const simul = new SimulPage(tab, context, origin, shelf);
    await tab.setViewport({ width, height, deviceScaleFactor: ratio });
    if (!isFirefox) await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    if (!first) {
      await tab.evaluateOnNewDocument(() => {
        try {
          localStorage.setItem('simul.visited', '1');
        } catch {
          // about:blank has no storage.
        }
      });
    }
    if (before !== null) await tab.evaluateOnNewDocument(before);
    await simul.go(hash, ready);
    return simul;
  }
  async #shelf(browser, ratio, origin) {
    let shelf = this.#shelves.get(ratio);
    if (shelf === undefined) this.#shelves.set(ratio, (shelf = await Shelf.open(browser, origin)));
    await shelf.empty();
    return shelf;
  }
  // After a test that failed, and from time to time, so that what pages leave behind in their process does not pile up.
  async clearShelves() {
    for (const shelf of this.#shelves.values()) await shelf.context.close().catch(() => undefined);
    this.#shelves.clear();
  }
}

export class SimulPage {
  troubles = []; // what the page should never cause: errors, refused loads, requests to elsewhere

  constructor(tab, context, origin, shelf = null) {
    this.tab = tab;
    this.context = context;
    this.origin = origin;
    this.shelf = shelf;
    tab.on('pageerror', (error) => this.troubles.push(`error: ${error.message}`));
    tab.on('console', (message) => {
      if (message.type() === 'error') this.troubles.push(`console: ${message.text()}`);
    });
    tab.on('request', (request) => {
      if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url()))
        this.troubles.push(`request: ${request.url()}`);
    });
  }
  async close() {
    if (this.shelf === null) await this.context.close();
    else await this.tab.close(); // whatever else it opened goes as the shelf is emptied
  }

  async go(hash = '', ready = true) {
    // From one fragment to another Chromium would not load anew.
    if (this.tab.url().startsWith(this.origin)) await this.tab.goto('about:blank');
    await this.tab.goto(this.origin + hash, { waitUntil: 'domcontentloaded' });
    if (ready) await this.ready();
  }
  async reload() {
    await this.tab.reload({ waitUntil: 'domcontentloaded' });
    await this.ready();
  }
  async ready() {
    await this.until(() => window.__simul !== undefined, 'the module runs', 8000);
  }

  // Polls `ask` in the page until it answers with something true, and gives that.
  async until(ask, what, within = 4000, ...args) {
    const begin = Date.now();
    for (;;) {
      const answer = await this.tab.evaluate(ask, ...args);
      if (answer) return answer;
      if (Date.now() - begin > limit(within)) throw new Error(`after ${Date.now() - begin} ms still not: ${what}`);
      await sleep(20);
    }
  }
  see(selector, text, within = 4000) {
    return this.until(
      (css, words) => {
        const found = [...document.querySelectorAll(css)].find(
          (one) => one.checkVisibility() && one.textContent.includes(words),
        );
        return found?.textContent;
      },
      `“${text}” in ${selector}`,
      within,
      selector,
      text,
    );
  }

  text() {
    return this.tab.evaluate(() => window.__simul.text());
  }
  state() {
    return this.tab.evaluate(() => window.__simul.state());
  }
  items() {
    return this.tab.evaluate(() => window.__simul.items());
  }
  tasks() {
    return this.tab.evaluate(() => window.__simul.tasks());
  }
  frames() {
    return this.tab.evaluate(() => window.__simul.frames());
  }
  // A run that is over has been told in the page too; a running one changes while one looks.
  become(...states) {
    return this.until(
      (wanted) => {
        const { state } = window.__simul.state();
        return wanted.includes(state) && (window.__simul.settled() || state === 'running');
      },
      states.join(' or '),
      8000,
      states,
    );
  }
  // [[time, text], ...] as the Output panel shows it.
  output() {
    return this.tab.evaluate(() =>
      [...document.querySelectorAll('#output .line')].map((line) => [
        Number(line.querySelector('.time').textContent),
        line.querySelector('.text').textContent,
      ]),
    );
  }
  rows() {
    return this.tab.evaluate(() =>
      [...document.querySelectorAll('#tasks-body tr')].map((row) => ({
        name: row.querySelector('.name').textContent,
        state: row.querySelector('.state').textContent,
        why: row.lastElementChild.textContent,
      })),
    );
  }
  // A list of what stands in the editor's shadow root under a selector.
  inEditor(selector) {
    return this.tab.evaluate(
      (css) => [...document.querySelector('#editor').shadowRoot.querySelectorAll(css)].map((one) => one.textContent),
      selector,
    );
  }

  async press(...keys) {
    for (const key of keys.slice(0, -1)) await this.tab.keyboard.down(key);
    await this.tab.keyboard.press(keys.at(-1));
    for (const key of keys.slice(0, -1).reverse()) await this.tab.keyboard.up(key);
  }
  click(selector) {
    return this.tab.click(selector);
  }
  // A control of the canvas, by its id in simul_items_json.
  async clickItem(id) {
    const at = await this.tab.evaluate((wanted) => {
      const item = window.__simul.items().find((one) => one.id === wanted);
      const box = document.querySelector('#canvas').getBoundingClientRect();
      return item && { x: box.x + item.x + item.w / 2, y: box.y + item.y + item.h / 2 };
    }, id);
    if (!at)
      throw new Error(`the canvas has no “${id}”; it has ${(await this.items()).map((one) => one.id).join(', ')}`);
    await this.tab.mouse.move(at.x, at.y);
    await sleep(50);
    await this.tab.mouse.click(at.x, at.y);
  }
  focusEditor() {
    return this.tab.evaluate(() => document.querySelector('#editor').shadowRoot.querySelector('.cm-content').focus());
  }
  async paste(text) {
    await this.focusEditor();
    await this.tab.evaluate((words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', words);
      const target = document.querySelector('#editor').shadowRoot.querySelector('.cm-content');
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
      // In Firefox the constructor makes an empty one, whatever it is given.
      Object.defineProperty(event, 'clipboardData', { value: clipboardData });
      target.dispatchEvent(event);
    }, text);
  }
  // The whole text becomes this one.
  async write(text) {
    await this.focusEditor();
    await this.press(modifier, 'a');
    await this.paste(text);
  }
  undo() {
    return this.press(modifier, 'z');
  }
  run() {
    return this.press(modifier, 'Enter');
  }
}
