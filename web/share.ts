// The share link: the whole scenario in the fragment, `#1.<data>`, `#1.<settings>.<data>` or
// `#2.<settings>.<data>[.<picture>]`.
//
// data is base64url of the program's UTF-8, packed as raw deflate; picture the same of an SVG file, for an embedded page that
// cannot run anything. settings is `key=value` joined by `;`, only those that differ from the usual:
//   m (i: instant), s (speed), r (seed), c (cost in ns), e (the example it began as)
//   of version 2: t (the moment: its time in s), k (and how many events of the run came before), p (the panel below the
//   program), g (the seed of the threads' switches), w (the part of the time that is seen: start~width in s), q (the chosen task), x (embedding, see embed.ts)
// A version is written only where it is needed, and every one is read for ever: tests/web has a link of each.
// A link comes from anybody: reading one is capped at every step, and never starts anything.

import type { Mode } from './simul.ts';

export interface Settings {
  mode: Mode;
  speed: number;
  seed: number;
  costNs: number;
  switchSeed: number; // of its threads; 0: they give way where they block
}
// An instant of the instant run. Many events share one time, so it is both; where they do not fit together (another version
// of Simul may tell a run in other events) the time counts.
export interface Moment {
  timeS: number;
  events: number;
}
export type ConsoleTab = 'output' | 'tasks' | 'steps' | 'problems';
// How somebody looked at it.
export interface Look {
  tab: ConsoleTab;
  part: { startS: number; widthS: number } | null; // of the time; null: the whole run
  task: number | null;
}
export interface Scenario {
  text: string;
  settings: Settings;
  example: string | null;
  moment?: Moment | null;
  look?: Look | null;
}
// What else a link may carry: for a page within another one.
export interface Extras {
  embed: string | null; // letters, read by embed.ts
  picture: string | null; // an SVG file
}
export type Decoded = { ok: true; scenario: Scenario; extras: Extras } | { ok: false; sentence: string };

export const kUsual: Readonly<Settings> = { mode: 'live', speed: 1, seed: 0, costNs: 50, switchSeed: 0 };
export const kUsualLook: Readonly<Look> = { tab: 'output', part: null, task: null };
export const kChatLength = 1900; // what chat programs let through in one message
export const kLongest = 32_000;
const kMaxBytes = 256 * 1024;
const kMaxEncoded = 64_000;
const kTabs: readonly ConsoleTab[] = ['output', 'tasks', 'steps', 'problems'];

export const isShareLink = (fragment: string): boolean => /^#\d+\./.test(fragment);

export async function encode(scenario: Scenario, extras: Partial<Extras> = {}): Promise<string> {
  const data = await packText(scenario.text);
  const usual = settingsText(scenario);
  const more = moreSettings(scenario, extras.embed ?? null);
  const picture = extras.picture ?? '';
  if (more.length === 0 && picture === '') return `#1.${usual.length === 0 ? '' : `${usual.join(';')}.`}${data}`;
  return `#2.${[...usual, ...more].join(';')}.${data}${picture === '' ? '' : `.${await packText(picture)}`}`;
}

export async function decode(fragment: string): Promise<Decoded> {
  const version = /^#(\d+)\./.exec(fragment)?.[1];
  if (version === undefined) return no('This is not a Simul link: it should begin with #1.');
  if (version !== '1' && version !== '2') {
    return no(
      `This link has version ${version.slice(0, 12)}, and this page reads versions 1 and 2: open it in a newer Simul.`,
    );
  }
  if (fragment.length > 3 * kMaxEncoded) return no(tooLong(fragment.length));
  const parts = fragment.slice(3).split('.');
  if (parts.length > (version === '1' ? 2 : 3))
    return no('This link is damaged: it has too many parts. Copy it again, whole.');
  if (version === '2' && parts.length < 2) return no('This link is cut off or damaged. Copy it again, whole.');
  // The version of 1 without settings has the program alone.
  const [settings, data, picture] = parts.length === 1 ? ['', parts[0] ?? ''] : parts;
  const text = await unpackText(data ?? '');
  if (typeof text !== 'string') return no(text.sentence);
  const words = settingsOf(settings ?? '');
  const scenario: Scenario = { text, ...readSettings(words) };
  const extras: Extras = { embed: null, picture: null };
  if (version === '2') {
    const moment = readMoment(words);
    if (moment !== null) scenario.moment = moment;
    const look = readLook(words);
    if (look !== null) scenario.look = look;
    extras.embed = /^[a-z]{0,20}$/.test(words.get('x') ?? '-') ? (words.get('x') ?? null) : null;
    // A picture that does not unpack is a picture less, and no reason to refuse the program.
    const drawn = picture === undefined ? null : await unpackText(picture);
    if (typeof drawn === 'string') extras.picture = drawn;
  }
  return { ok: true, scenario, extras };
}

const tooLong = (length: number): string =>
  `This link is too long to open: ${length.toLocaleString('en')} characters, and ${kMaxEncoded.toLocaleString('en')} at most.`;

async function packText(text: string): Promise<string> {
  return toBase64url(await pack(new TextEncoder().encode(text)));
}

async function unpackText(data: string): Promise<string | { sentence: string }> {
  if (data.length > kMaxEncoded) return { sentence: tooLong(data.length) };
  const packed = fromBase64url(data);
  if (packed === null)
    return { sentence: 'This link is damaged: it holds a character that no link has. Copy it again, whole.' };
  const bytes = await unpack(packed);
  if (bytes === 'cut') return { sentence: 'This link is cut off or damaged. Copy it again, whole.' };
  if (bytes === 'big')
    return { sentence: 'This link unpacks to more than 256 KB, which no shared program needs: it was not opened.' };
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { sentence: 'This link does not hold text, so it was not opened. Copy it again, whole.' };
  }
}

const no = (sentence: string): Decoded => ({ ok: false, sentence });

// A dot would end the settings: 0.5 is written 0_5.
const written = (value: number): string => String(Math.round(value * 1e9) / 1e9).replace('.', '_');

function settingsText({ settings, example }: Scenario): string[] {
  const words: string[] = [];
  if (settings.mode === 'instant') words.push('m=i');
  if (settings.speed !== kUsual.speed) words.push(`s=${settings.speed}`.replace('.', '_'));
  if (settings.seed !== kUsual.seed) words.push(`r=${settings.seed}`);
  if (settings.costNs !== kUsual.costNs) words.push(`c=${settings.costNs}`.replace('.', '_'));
  if (example !== null) words.push(`e=${example}`);
  return words;
}

function moreSettings({ settings, moment, look }: Scenario, embed: string | null): string[] {
  const words: string[] = [];
  if (settings.switchSeed !== kUsual.switchSeed) words.push(`g=${settings.switchSeed}`);
  if (moment) words.push(`t=${written(moment.timeS)}`, `k=${moment.events}`);
  if (look && look.tab !== 'output') words.push(`p=${look.tab.slice(0, 1)}`);
  if (look?.part) words.push(`w=${written(look.part.startS)}~${written(look.part.widthS)}`);
  if (look && look.task !== null) words.push(`q=${look.task}`);
  if (embed !== null) words.push(`x=${embed}`);
  return words;
}

const settingsOf = (text: string): Map<string, string> =>
  new Map(
    text
      .slice(0, 300)
      .split(';')
      .map((word) => [word.slice(0, 1), word.slice(2)]),
  );

// Null: not there, no number, or out of range.
function numberIn(text: string | undefined, low: number, high: number): number | null {
  if (text === undefined || !/^-?\d+(_\d+)?$/.test(text)) return null;
  const value = Number(text.replace('_', '.'));
  return value >= low && value <= high ? value : null;
}

// What is unknown or out of range counts as the usual.
function readSettings(words: Map<string, string>): { settings: Settings; example: string | null } {
  const number = (key: string, usual: number, low: number, high: number): number =>
    numberIn(words.get(key), low, high) ?? usual;
  const example = words.get('e') ?? '';
  return {
    settings: {
      mode: words.get('m') === 'i' ? 'instant' : 'live',
      speed: number('s', kUsual.speed, 0.05, 100),
      seed: Math.trunc(number('r', kUsual.seed, 0, 2 ** 31 - 1)),
      costNs: number('c', kUsual.costNs, 0, 1e9),
      switchSeed: Math.trunc(number('g', kUsual.switchSeed, 0, 2 ** 31 - 1)),
    },
    example: /^[a-z0-9_]{1,60}$/.test(example) ? example : null,
  };
}

function readMoment(words: Map<string, string>): Moment | null {
  const timeS = numberIn(words.get('t'), 0, 9e9);
  const events = numberIn(words.get('k'), 0, 2 ** 31 - 1);
  return timeS === null ? null : { timeS, events: Math.trunc(events ?? 0) };
}

function readLook(words: Map<string, string>): Look | null {
  const tab = kTabs.find((one) => one.slice(0, 1) === words.get('p')) ?? 'output';
  const [start, width] = (words.get('w') ?? '').split('~');
  const startS = numberIn(start, -9e9, 9e9);
  const widthS = numberIn(width, 1e-6, 9e9);
  const task = numberIn(words.get('q'), 0, 2 ** 31 - 1);
  const part = startS === null || widthS === null ? null : { startS, widthS };
  if (tab === 'output' && part === null && task === null) return null;
  return { tab, part, task: task === null ? null : Math.trunc(task) };
}

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | 'cut' | 'big'> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const out = new Uint8Array(kMaxBytes);
  let length = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return out.subarray(0, length);
      if (length + value.length > kMaxBytes) {
        void reader.cancel().catch(() => undefined);
        return 'big';
      }
      out.set(value, length);
      length += value.length;
    }
  } catch {
    return 'cut';
  }
}

function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  } catch {
    return new Uint8Array(0); // a length that no encoder makes: cut
  }
}
