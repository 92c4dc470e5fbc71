// web/embed.ts and web/embed_messages.ts: what a link asks of an embedded page, and what the page around may say to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions, snippet, writeOptions } from '../../web/embed.ts';
import { readMessage } from '../../web/embed_messages.ts';

test('every choice of options comes back from its letters', () => {
  for (let bits = 0; bits < 64; bits++)
    for (const theme of ['dark', 'light', null] as const) {
      const on = (bit: number): boolean => (bits & (1 << bit)) !== 0;
      const options = { code: on(0), watch: on(1), output: on(2), readOnly: on(3), spoiler: on(4), playsByItself: on(5), theme };
      // Nothing to be seen is no page: then it is everything.
      if (!options.code && !options.watch && !options.output) continue;
      assert.deepEqual(readOptions(writeOptions(options)), options);
    }
});

test('no letters show everything, and unknown ones are left out', () => {
  const usual = { code: true, watch: true, output: true, readOnly: false, spoiler: false, playsByItself: false, theme: null };
  assert.deepEqual(readOptions(''), usual);
  assert.deepEqual(readOptions('zyx'), usual);
  assert.deepEqual(readOptions('zr'), { ...usual, readOnly: true });
});

test('a title cannot leave the element that is copied', () => {
  const element = snippet('https://x.example/embed.html#2.x=r.abc', '"><script>alert(1)</script>&', 480);
  assert.equal(
    element,
    '<iframe src="https://x.example/embed.html#2.x=r.abc" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;" width="100%" height="480" frameborder="0" loading="lazy" allow="clipboard-write"></iframe>',
  );
});

test('what is asked for is taken apart, and nothing else goes along', () => {
  assert.deepEqual(readMessage({ simul: 1, do: 'run', more: 1 }), { simul: 1, do: 'run' });
  assert.deepEqual(readMessage({ simul: 1, id: 0, do: 'state' }), { simul: 1, id: 0, do: 'state' });
  assert.deepEqual(readMessage({ simul: 1, do: 'load', text: '' }), { simul: 1, do: 'load', text: '' });
  assert.deepEqual(readMessage({ simul: 1, do: 'seek', time_s: 1.5 }), { simul: 1, do: 'seek', time_s: 1.5 });
});

test('hostile messages are nothing', () => {
  const proto = JSON.parse('{"simul":1,"do":"__proto__"}') as unknown;
  const trap = new Proxy({}, { get: () => { throw new Error('trap'); } });
  for (const data of [
    undefined, null, 0, 1, '', 'run', true, [], [1], () => 1, {}, { simul: 2, do: 'run' }, { simul: '1', do: 'run' }, { do: 'run' },
    { simul: 1 }, { simul: 1, do: 'eval' }, { simul: 1, do: 'constructor' }, { simul: 1, do: ['run'] }, { simul: 1, do: { toString: () => 'run' } },
    { simul: 1, id: -1, do: 'run' }, { simul: 1, id: 1.5, do: 'run' }, { simul: 1, id: NaN, do: 'run' }, { simul: 1, id: '1', do: 'run' }, { simul: 1, id: null, do: 'run' },
    { simul: 1, do: 'load' }, { simul: 1, do: 'load', text: 1 }, { simul: 1, do: 'load', text: ['x'] }, { simul: 1, do: 'load', text: 'x'.repeat(262_145) },
    { simul: 1, do: 'seek' }, { simul: 1, do: 'seek', time_s: '1' }, { simul: 1, do: 'seek', time_s: -0.1 }, { simul: 1, do: 'seek', time_s: NaN }, { simul: 1, do: 'seek', time_s: Infinity },
    proto, trap,
  ])
    assert.equal(readMessage(data), null);
});
