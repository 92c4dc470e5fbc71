// What must not break the page: endless loops, a lost context, no WebGL2, no module.
import assert from 'node:assert/strict';
import { sleep } from './browser.mjs';
import { settled } from './scenes.mjs';

export const tests = [
  {
    name: 'while True: pass leaves the page alive, and Stop works',
    alone: true,
    async run(page, { note }) {
      await page.write('while True: pass\n');
      await page.run();
      await page.become('running');
      const slowest = await page.tab.evaluate(async () => {
        let worst = 0;
        for (let n = 0; n < 20; n++) {
          const begin = performance.now();
          await new Promise((done) => setTimeout(done, 30));
          worst = Math.max(worst, performance.now() - begin - 30);
        }
        return worst;
      });
      note(`another timer of the page waits at most ${slowest.toFixed(0)} ms longer`);
      assert.ok(slowest < 250);
      await page.focusEditor();
      await page.press('End');
      await page.tab.keyboard.type('  # typed');
      assert.match(await page.text(), /# typed/);
      await page.click('#theme-button');
      await page.tab.evaluate(() => document.querySelector('#stop-button').click());
      await page.become('stopped');
    },
  },
  {
    name: 'a lost graphics context comes back with its picture',
    async run(page) {
      await page.run();
      await page.become('finished');
      await sleep(300);
      const before = await page.tab.$('#canvas').then((canvas) => canvas.screenshot({ encoding: 'base64' }));
      await page.tab.evaluate(() => {
        const gl = document.querySelector('#canvas').getContext('webgl2');
        window.lose = gl.getExtension('WEBGL_lose_context');
        window.lose.loseContext();
      });
      await page.see('#stage-message', 'took the graphics away');
      await page.run(); // and the loop does not need a picture
      await page.become('finished');
      await page.tab.evaluate(() => window.lose.restoreContext());
      await page.until(() => document.querySelector('#stage-message').hidden, 'the message is gone');
      const frames = await page.frames();
      await page.tab.mouse.move(900, 300);
      await page.until((from) => window.__simul.frames() > from, 'frames again', 2000, frames - 1);
      await sleep(300);
      const after = await page.tab.$('#canvas').then((canvas) => canvas.screenshot({ encoding: 'base64' }));
      assert.ok(after.length > before.length / 2, 'the picture is nearly empty');
    },
  },
  {
    name: 'a graphics context that is lost in the middle of a drag leaves no drag behind',
    async run(page) {
      await page.click('#mode-instant');
      await page.run();
      await page.become('finished');
      const shown = () => page.tab.evaluate(() => window.__simul.control().time_s);
      const ruler = (await page.items()).find((one) => one.id === 'ruler');
      const box = await page.tab.$eval('#canvas', (one) => one.getBoundingClientRect().toJSON());
      const at = (share) => [box.x + ruler.x + ruler.w * share, box.y + ruler.y + 8];
      await page.tab.mouse.move(...at(0.2));
      await page.tab.mouse.down();
      await page.tab.mouse.move(...at(0.4), { steps: 4 });
      await page.until(() => window.__simul.control().time_s > 0, 'the drag looks back');
      await page.tab.evaluate(() => {
        window.lose = document.querySelector('#canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        window.lose.loseContext();
      });
      await page.see('#stage-message', 'took the graphics away');
      await page.tab.mouse.move(...at(0.5), { steps: 4 });
      await page.tab.mouse.up();
      await page.tab.evaluate(() => window.lose.restoreContext());
      await page.until(() => document.querySelector('#stage-message').hidden, 'the message is gone');
      await settled(page); // the frame that sees the hand let go is drawn
      const before = await shown();
      const frames = await page.frames();
      await page.tab.mouse.move(...at(0.1), { steps: 4 });
      await page.until((from) => window.__simul.frames() > from, 'a frame after the pointer moved', 4000, frames);
      const moved = Math.abs((await shown()) - before);
      assert.ok(moved < 0.01, `the hand was let go, and the picture still follows it, by ${moved} s`);
      await page.tab.mouse.click(...at(0.3));
      await page.until((was) => window.__simul.control().time_s !== was, 'a press looks at another moment', 4000, before);
    },
  },
  {
    name: 'without WebGL2 the page says so, and editor, run, output and tasks work',
    open: {
      before: () => {
        const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          return /webgl/.test(kind) ? null : real.call(this, kind, ...rest);
        };
      },
    },
    async run(page) {
      await page.see('#stage-message', 'no WebGL2');
      await page.click('#run-button');
      await page.see('#output', 'C done');
      await page.click('#tab-tasks');
      await page.see('#tasks-body', 'A');
      await page.click('#stop-button');
      await page.become('stopped');
    },
  },
  {
    name: 'when the module does not load, the page says so and the text can still be written and shared',
    open: {
      ready: false,
      before: () => {
        WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => Promise.reject(new Error('refused'));
      },
    },
    tolerates: /refused|Aborted|wasm|falling back/,
    async run(page) {
      await page.see('#stage-message', 'did not load');
      await page.focusEditor();
      await page.paste('# still mine\n');
      await page.click('#share-button');
      await page.see('#share-text', 'Copied');
    },
  },
];
