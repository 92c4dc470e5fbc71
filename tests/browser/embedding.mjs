// Within a page of another origin: what an embedded page does, says, shows and refuses.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { limit } from './browser.mjs';
import { packed, two } from './handing_on.mjs';

// A page of somebody else's, on another origin and with a strict policy, that frames Simul and keeps what it hears.
async function teacher(simulOrigin, link) {
  const host = await new Promise((done) => {
    const server = createServer((request, response) => {
      const script = request.url.endsWith('.js');
      response.writeHead(200, {
        'Content-Type': script ? 'text/javascript' : 'text/html; charset=utf-8',
        'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self'; frame-src ${simulOrigin}`,
      });
      response.end(
        script
          ? `window.heard = []; addEventListener('message', (event) => { if (event.data?.simul === 1) heard.push(event.data); });
             window.say = (message) => document.querySelector('iframe').contentWindow.postMessage(message, '*');`
          : `<!doctype html><title>Lesson 4</title><script src="heard.js"></script>
             <iframe src="${simulOrigin}/embed.html${link}" title="A program" width="1000" height="480" frameborder="0"></iframe>`,
      );
    });
    server.listen(0, '127.0.0.1', () => done(server));
  });
  return {
    url: `http://127.0.0.1:${host.address().port}/`,
    close: () => new Promise((done) => (host.close(done), host.closeAllConnections())),
  };
}

async function embedded(page, link, work, before = null) {
  const origin = page.origin.replace(/\/$/, '');
  const host = await teacher(origin, link);
  const tab = await page.context.newPage();
  try {
    const troubles = [];
    tab.on('pageerror', (error) => troubles.push(error.message));
    tab.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    await tab.setViewport({ width: 1100, height: 600 });
    if (before !== null) await tab.evaluateOnNewDocument(before);
    await tab.goto(host.url);
    const until = async (ask, what, ...args) => {
      const end = Date.now() + limit(12_000);
      for (;;) {
        const answer = await tab.evaluate(ask, ...args);
        if (answer) return answer;
        if (Date.now() > end) throw new Error(`still not: ${what}; heard ${JSON.stringify(await tab.evaluate(() => window.heard)).slice(0, 600)}`);
        await new Promise((done) => setTimeout(done, 25));
      }
    };
    const frame = await (async () => {
      await until(() => document.querySelector('iframe') !== null, 'the frame is there');
      for (;;) {
        const found = tab.frames().find((one) => one.url().includes('embed.html'));
        if (found) return found;
        await new Promise((done) => setTimeout(done, 25));
      }
    })();
    await work({ tab, frame, until, say: (message) => tab.evaluate((one) => window.say(one), message), troubles });
    assert.deepEqual(troubles, []);
  } finally {
    await tab.close();
    await host.close();
  }
}
// Waits until the page around has heard this, and gives it.
const hears = (tools, event, id = null) =>
  tools.until(
    (name, wanted) => window.heard.findLast((one) => one.event === name && (wanted === null || one.id === wanted)),
    `heard ${event}${id === null ? '' : ` ${id}`}`,
    event,
    id,
  );

export const tests = [
  {
    name: 'handing on: within a page of another origin and a strict policy it runs, and says what happens',
    async run(page) {
      await embedded(page, `#2.m=i;x=.${packed(two)}`, async (tools) => {
        const { runs } = await hears(tools, 'ready');
        assert.equal(runs, true);
        assert.equal(await tools.tab.evaluate(() => window.heard.some((one) => one.event === 'state' && one.state.state === 'finished')), false);
        await tools.say({ simul: 1, id: 1, do: 'text' });
        assert.equal((await hears(tools, 'answer', 1)).value, two);
        await tools.say({ simul: 1, id: 2, do: 'runAtOnce' });
        await tools.until(() => window.heard.some((one) => one.event === 'state' && one.state.state === 'finished'), 'the end is told');
        await tools.until(
          () => window.heard.filter((one) => one.event === 'output').flatMap((one) => one.lines).map((line) => line.text).join() === 'A done,B done',
          'the output is told once',
        );
        await tools.say({ simul: 1, id: 3, do: 'seek', time_s: 1.5 });
        await hears(tools, 'answer', 3);
        assert.equal(await tools.frame.evaluate(() => window.__simul.control().time_s), 1.5);
        await tools.say({ simul: 1, id: 4, do: 'load', text: 'print("<img src=x onerror=alert(1)>")\n' });
        await tools.say({ simul: 1, id: 5, do: 'runAtOnce' });
        await tools.until(() => window.heard.findLast((one) => one.event === 'output')?.lines[0].text.includes('onerror'), 'the other output');
        assert.equal(await tools.frame.evaluate(() => document.querySelectorAll('#output img').length), 0);
        await tools.say({ simul: 1, id: 6, do: 'picture' });
        assert.match((await hears(tools, 'answer', 6)).value, /^<svg /);
      });
    },
  },
  {
    name: 'handing on: hostile messages to an embedded page do nothing and get no answer',
    async run(page) {
      await embedded(page, `#2.x=r.${packed(two)}`, async (tools) => {
        await hears(tools, 'ready');
        const before = await tools.tab.evaluate(() => window.heard.length);
        await tools.tab.evaluate(() => {
          const cyclic = { simul: 1, do: 'load' };
          cyclic.text = cyclic;
          for (const message of [
            null, 1, 'run', [], {}, { simul: 2, id: 9, do: 'run' }, { simul: '1', do: 'run' }, { simul: 1, id: 9, do: 'eval' }, { simul: 1, id: 9, do: 'toString' },
            { simul: 1, id: -1, do: 'state' }, { simul: 1, id: 'x', do: 'state' }, { simul: 1, id: 9, do: 'load' }, { simul: 1, id: 9, do: 'load', text: 5 },
            { simul: 1, id: 9, do: 'load', text: 'x'.repeat(300_000) }, { simul: 1, id: 9, do: 'seek', time_s: NaN }, { simul: 1, id: 9, do: 'seek', time_s: -1 },
            { simul: 1, id: 9, do: 'seek', time_s: '1' }, { simul: 1, id: 9, do: ['run'] }, { simul: 1, id: 9, do: { toString: 'run' } }, cyclic, new Uint8Array(1e6), new Map([['simul', 1]]),
          ])
            window.say(message);
        });
        await tools.say({ simul: 1, id: 10, do: 'state' });
        assert.equal((await hears(tools, 'answer', 10)).value.state, 'idle');
        const after = await tools.tab.evaluate((from) => window.heard.slice(from).filter((one) => one.event === 'answer').map((one) => one.id), before);
        assert.deepEqual(after, [10]);
        assert.equal(await tools.frame.evaluate(() => window.__simul.text()), two);
        // From the frame itself, which is not the page around it.
        await tools.frame.evaluate(() => window.postMessage({ simul: 1, id: 11, do: 'run' }, '*'));
        await tools.say({ simul: 1, id: 12, do: 'state' });
        assert.equal((await hears(tools, 'answer', 12)).value.state, 'idle');
        // Read-only means the hand.
        await tools.frame.evaluate(() => document.querySelector('#editor').shadowRoot.querySelector('.cm-content').focus());
        await tools.tab.keyboard.type('x = 1');
        assert.equal(await tools.frame.evaluate(() => window.__simul.text()), two);
      });
    },
  },
  {
    name: 'handing on: an embedded page shows the panels it is asked for, and hides what happens until it is clicked',
    async run(page) {
      await embedded(page, `#2.m=i;x=cosp.${packed(two)}`, async (tools) => {
        await hears(tools, 'ready');
        const visible = (css) => tools.frame.$eval(css, (one) => one.checkVisibility({ visibilityProperty: true }));
        assert.equal(await visible('#canvas'), false);
        assert.equal(await visible('#editor'), true);
        assert.equal(await visible('#share-button'), false);
        assert.equal(await visible('#output'), false);
        await tools.say({ simul: 1, id: 1, do: 'state' });
        assert.equal((await hears(tools, 'answer', 1)).value.state, 'idle', 'it starts by itself only when it is seen');
        await tools.frame.click('#spoiler');
        await tools.until(() => window.heard.some((one) => one.event === 'state' && one.state.state === 'finished'), 'it ran');
        assert.equal(await visible('#output'), true);
        assert.match(await tools.frame.$eval('#open-whole', (one) => one.href), /\/#1\.m=i\.[\w-]+$/);
      });
    },
  },
  {
    name: 'handing on: where WebAssembly is missing an embedded page shows the picture that came with its link',
    async run(page) {
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="90"><script>parent.document.title="stolen"</script><rect width="320" height="90" fill="red"/></svg>';
      await embedded(
        page,
        `#2.x=r.${packed(two)}.${packed(svg)}`,
        async (tools) => {
          assert.equal((await hears(tools, 'ready')).runs, false);
          const picture = await tools.frame.$eval('#still', async (one) => (await one.decode(), [one.naturalWidth, one.alt]));
          assert.deepEqual(picture, [320, 'The timeline of this program']);
          assert.equal(await tools.tab.title(), 'Lesson 4');
          await tools.say({ simul: 1, id: 1, do: 'run' });
          assert.equal((await hears(tools, 'answer', 1)).ok, false);
        },
        () => {
          delete window.WebAssembly;
        },
      );
    },
  },
  {
    name: 'handing on: the Share dialog makes the element, and it opens as asked',
    async run(page) {
      await page.write(two);
      await page.tab.evaluate(() => document.querySelector('#mode-instant').click());
      await page.run();
      await page.become('finished');
      await page.click('#share-button');
      await page.see('#share-text', 'a link of');
      await page.click('#embed summary');
      await page.until(() => document.querySelector('#embed-snippet').value !== '', 'the element');
      await page.click('#embed-read-only');
      await page.click('#embed-output');
      await page.until(() => document.querySelector('#embed-snippet').value.includes(';x=cwr.'), 'the letters');
      await page.see('#embed-text', 'With its picture');
      const element = await page.tab.$eval('#embed-snippet', (one) => one.value);
      const link = /src="[^"#]*embed\.html(#2\.[\w.;=~-]+)"/.exec(element)[1];
      assert.equal(link.split('.').length, 4);
      await embedded(page, link, async (tools) => {
        assert.equal((await hears(tools, 'ready')).runs, true);
        assert.equal(await tools.frame.$eval('#console', (one) => one.checkVisibility()), false);
      });
      // The usual page stays out of frames.
      assert.match((await (await fetch(page.origin)).headers.get('content-security-policy')) ?? '', /frame-ancestors 'none'/);
    },
  },
];
