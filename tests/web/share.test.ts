// web/share.ts: what goes into a link comes out again, and nothing else gets in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { decode, encode, isShareLink, kUsual, type Scenario } from '../../web/share.ts';

const scenario = (
  text: string,
  settings: Partial<Scenario['settings']> = {},
  example: string | null = null,
): Scenario => ({
  text,
  settings: { ...kUsual, ...settings },
  example,
});
const packed = (bytes: Uint8Array): string => deflateRawSync(bytes, { level: 9 }).toString('base64url');
const sentence = async (fragment: string): Promise<string> => {
  const decoded = await decode(fragment);
  assert.equal(decoded.ok, false, `${fragment.slice(0, 40)} was opened`);
  return decoded.ok ? '' : decoded.sentence;
};

test('a scenario survives the round trip, whatever characters it has', async () => {
  for (const text of ['', 'x', 'print("héllo 你好 🧵")\n', '\u0000\t\r\n', '\ufeffprint(1)', 'a'.repeat(200_000)]) {
    for (const given of [
      scenario(text),
      scenario(text, { mode: 'instant', speed: 0.05, seed: 7, costNs: 12.5 }, 'two_tasks'),
    ]) {
      assert.deepEqual(await decode(await encode(given)), { ok: true, scenario: given });
    }
  }
});

test('usual settings cost nothing, others are short text before the program', async () => {
  assert.match(await encode(scenario('x')), /^#1\.[\w-]+$/);
  assert.match(
    await encode(scenario('x', { mode: 'instant', speed: 0.5, seed: 3 }, 'noop')),
    /^#1\.m=i;s=0_5;r=3;e=noop\.[\w-]+$/,
  );
});

test('a link of 39 lines stays below a thousand characters', async () => {
  const text = 'async def worker(name, delay):\n    await asyncio.sleep(delay)\n    print(f"{name} done")\n'.repeat(13);
  assert.ok((await encode(scenario(text))).length < 1000);
});

test('every cut of a link is refused with a sentence', async () => {
  const link = await encode(
    scenario('import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n'),
  );
  for (let length = 3; length < link.length; length++) {
    assert.match(await sentence(link.slice(0, length)), /cut off|damaged/, `cut at ${length}`);
  }
});

test('an unknown version says so', async () => {
  assert.match(await sentence('#2.abc'), /version 2.*reads version 1/);
  assert.match(await sentence('#999999999999999999999.abc'), /version 999999999999\b/);
});

test('a bomb stops at the cap, and a link too long is not unpacked at all', async () => {
  const begin = performance.now();
  assert.match(await sentence(`#1.${packed(new Uint8Array(40 * 1024 * 1024))}`), /more than 256 KB/);
  assert.match(await sentence(`#1.${'A'.repeat(1_000_000)}`), /too long to open/);
  assert.ok(performance.now() - begin < 2000);
});

test('what is not a program is refused', async () => {
  assert.match(await sentence(`#1.${packed(Uint8Array.of(0xff, 0xfe, 0x80))}`), /not hold text/);
  assert.match(await sentence('#1.<script>alert(1)</script>'), /character that no link has/);
  assert.match(await sentence('#1.a.b.c'), /too many parts/);
  assert.match(await sentence('#1.////'), /character that no link has/);
});

test('settings out of range or unknown count as the usual ones', async () => {
  const data = packed(new TextEncoder().encode('x'));
  for (const words of [
    's=0',
    's=1000',
    's=NaN',
    's=-1',
    'm=x',
    'r=99999999999',
    'c=-1',
    'q=1',
    'e=a-b',
    ';;=;',
    's',
    'e=<b>',
  ]) {
    assert.deepEqual(await decode(`#1.${words}.${data}`), { ok: true, scenario: scenario('x') }, words);
  }
  assert.deepEqual(await decode(`#1.s=2;m=i.${data}`), {
    ok: true,
    scenario: scenario('x', { speed: 2, mode: 'instant' }),
  });
});

test('only a number and a dot make a link', () => {
  for (const fragment of ['', '#', '#1', '#tab', '#.x', '#a1.x']) assert.equal(isShareLink(fragment), false, fragment);
  assert.ok(isShareLink('#1.x'));
  assert.ok(isShareLink('#7.x'));
});
