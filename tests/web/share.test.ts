// web/share.ts: what goes into a link comes out again, and nothing else gets in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { parseExample } from '../../web/gallery_header.ts';
import { decode, encode, isShareLink, kUsual, type Decoded, type Extras, type Scenario } from '../../web/share.ts';

const scenario = (
  text: string,
  settings: Partial<Scenario['settings']> = {},
  example: string | null = null,
): Scenario => ({
  text,
  settings: { ...kUsual, ...settings },
  example,
});
const opened = (given: Scenario, extras: Partial<Extras> = {}): Decoded => ({
  ok: true,
  scenario: given,
  extras: { embed: null, picture: null, ...extras },
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
      assert.deepEqual(await decode(await encode(given)), opened(given));
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
  assert.match(await sentence('#3.abc'), /version 3.*reads versions 1 and 2/);
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
    assert.deepEqual(await decode(`#1.${words}.${data}`), opened(scenario('x')), words);
  }
  assert.deepEqual(await decode(`#1.s=2;m=i.${data}`), opened(scenario('x', { speed: 2, mode: 'instant' })));
});

test('only a number and a dot make a link', () => {
  for (const fragment of ['', '#', '#1', '#tab', '#.x', '#a1.x']) assert.equal(isShareLink(fragment), false, fragment);
  assert.ok(isShareLink('#1.x'));
  assert.ok(isShareLink('#7.x'));
});

// Links that people have. Never edit one: a page that cannot open it any more has broken somebody's document.
const golden: [string, string, Partial<Scenario>, Partial<Extras>][] = [
  ['#1.KyjKzCvRMNTkAgA', 'version 1, the program alone', {}, {}],
  [
    '#1.m=i;s=0_5;r=7;c=12_5;e=two_tasks.KyjKzCvRMNTkAgA',
    'version 1 with every setting',
    { settings: { ...kUsual, mode: 'instant', speed: 0.5, seed: 7, costNs: 12.5 }, example: 'two_tasks' },
    {},
  ],
  ['#2.t=1_25;k=40.KyjKzCvRMNTkAgA', 'version 2 with a moment', { moment: { timeS: 1.25, events: 40 } }, {}],
  [
    '#2.e=noop;t=0;k=3;p=t;w=-0_1~2_5;q=4.KyjKzCvRMNTkAgA',
    'version 2 with moment and look',
    {
      example: 'noop',
      moment: { timeS: 0, events: 3 },
      look: { tab: 'tasks', part: { startS: -0.1, widthS: 2.5 }, task: 4 },
    },
    {},
  ],
  ['#2.g=17.KyjKzCvRMNTkAgA', 'version 2 with the seed of the switches', { settings: { ...kUsual, switchSeed: 17 } }, {}],
  ['#2.x=rs.KyjKzCvRMNTkAgA.s8nItCvJSC1KtdHPyLQDAA', 'version 2, embedded', {}, { embed: 'rs', picture: '<hi>there</hi>' }],
];

test('links of every version open as they did on their first day', async () => {
  for (const [link, what, given, extras] of golden) {
    const decoded = await decode(link);
    assert.deepEqual(decoded, opened({ ...scenario('print(1)\n'), ...given }, extras), what);
    // And are written so: who shares what came with a link hands on the same. (How a text is packed may differ.)
    const settings = (one: string): string => one.replace(/\.(Kyj|s8n)[\w-]+/g, '');
    assert.equal(settings(await encode({ ...scenario('print(1)\n'), ...given }, extras)), settings(link), what);
  }
});

test('a moment and a look survive the round trip, and cost a version only where they are', async () => {
  const given: Scenario = {
    ...scenario('x', { seed: 3 }, 'noop'),
    moment: { timeS: 0.123456789, events: 12 },
    look: { tab: 'steps', part: { startS: 0, widthS: 0.000001 }, task: 0 },
  };
  assert.deepEqual(await decode(await encode(given)), opened(given));
  assert.match(await encode({ ...given, moment: null, look: null }), /^#1\./);
});

test('moments and looks out of range are left out', async () => {
  const data = packed(new TextEncoder().encode('x'));
  for (const words of ['t=-1;k=3', 'k=3', 't=x', 'w=1', 'w=1~0', 'w=a~b', 'w=1~-5', 'q=-1', 'p=z', 'x=<b>', 'x=ABC', 't=1e5'])
    assert.deepEqual(await decode(`#2.${words}.${data}`), opened(scenario('x')), words);
  assert.deepEqual(
    await decode(`#2.t=1.${data}`),
    opened({ ...scenario('x'), moment: { timeS: 1, events: 0 } }),
    'without the count the time is enough',
  );
});

test('a picture that is damaged is left out, and the program opens all the same', async () => {
  const data = packed(new TextEncoder().encode('x'));
  const bomb = packed(new Uint8Array(1024 * 1024));
  for (const picture of ['!!', 'abc', bomb]) {
    const decoded = await decode(`#2.x=r.${data}.${picture}`);
    assert.deepEqual(decoded, opened(scenario('x'), { embed: 'r' }), picture.slice(0, 9));
  }
});

test('every cut of a link with a moment is refused or opens the same program', async () => {
  const link = await encode({ ...scenario('print(1)\n'), moment: { timeS: 1, events: 2 } });
  for (let length = 3; length < link.length; length++) {
    const decoded = await decode(link.slice(0, length));
    if (decoded.ok) assert.equal(decoded.scenario.text, 'print(1)\n', `cut at ${length}`);
    else assert.match(decoded.sentence, /cut off|damaged/, `cut at ${length}`);
  }
});

test('every example of fewer than 70 lines makes a link below 2,000 characters, the moment included', async () => {
  const origin = 'https://simul.example/playground/';
  let longest = 0;
  let measured = 0;
  for (const file of readdirSync('examples').filter((name) => name.endsWith('.py'))) {
    const { code, id } = parseExample(file, readFileSync(`examples/${file}`, 'utf8'));
    if (code.trimEnd().split('\n').length >= 70) continue;
    const look = { tab: 'problems' as const, part: { startS: 12.345678, widthS: 100.5 }, task: 12 };
    const given = { ...scenario(code, { mode: 'instant', speed: 0.5, seed: 123 }, id), moment: { timeS: 1.23456789, events: 4567 }, look };
    const length = (origin + (await encode(given))).length;
    assert.ok(length < 2000, `${file}: ${length}`);
    longest = Math.max(longest, length);
    measured++;
  }
  assert.ok(measured > 80);
  console.log(`    ${measured} examples, the longest link has ${longest} characters`);
});
