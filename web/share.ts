// The share link: the whole scenario in the fragment, `#1.<data>` or `#1.<settings>.<data>`.
//
// data is base64url of the program's UTF-8, packed as raw deflate. settings is `key=value` joined by `;`, only those that
// differ from the usual: m (i: instant), s (speed), r (seed), c (cost in ns), e (the example it began as).
// A link comes from anybody: reading one is capped at every step, and never starts anything.

import type { Mode } from './simul.ts';

export interface Settings {
  mode: Mode;
  speed: number;
  seed: number;
  costNs: number;
}
export interface Scenario {
  text: string;
  settings: Settings;
  example: string | null;
}
export type Decoded = { ok: true; scenario: Scenario } | { ok: false; sentence: string };

export const kUsual: Readonly<Settings> = { mode: 'live', speed: 1, seed: 0, costNs: 50 };
export const kChatLength = 1900; // what chat programs let through in one message
export const kLongest = 32_000;
const kMaxBytes = 256 * 1024;
const kMaxEncoded = 64_000;

export const isShareLink = (fragment: string): boolean => /^#\d+\./.test(fragment);

export async function encode(scenario: Scenario): Promise<string> {
  const packed = await pack(new TextEncoder().encode(scenario.text));
  const settings = settingsText(scenario);
  return `#1.${settings === '' ? '' : `${settings}.`}${toBase64url(packed)}`;
}

export async function decode(fragment: string): Promise<Decoded> {
  const version = /^#(\d+)\./.exec(fragment)?.[1];
  if (version === undefined) return no('This is not a Simul link: it should begin with #1.');
  if (version !== '1') {
    return no(
      `This link has version ${version.slice(0, 12)}, and this page reads version 1: open it in a newer Simul.`,
    );
  }
  const parts = fragment.slice(3).split('.');
  const data = parts.pop() ?? '';
  if (parts.length > 1) return no('This link is damaged: it has too many parts. Copy it again, whole.');
  if (data.length > kMaxEncoded) {
    return no(
      `This link is too long to open: ${data.length.toLocaleString('en')} characters, and ${kMaxEncoded.toLocaleString('en')} at most.`,
    );
  }
  const packed = fromBase64url(data);
  if (packed === null) return no('This link is damaged: it holds a character that no link has. Copy it again, whole.');
  const bytes = await unpack(packed);
  if (bytes === 'cut') return no('This link is cut off or damaged. Copy it again, whole.');
  if (bytes === 'big')
    return no('This link unpacks to more than 256 KB, which no shared program needs: it was not opened.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, scenario: { text, ...readSettings(parts[0] ?? '') } };
  } catch {
    return no('This link does not hold text, so it was not opened. Copy it again, whole.');
  }
}

const no = (sentence: string): Decoded => ({ ok: false, sentence });

function settingsText({ settings, example }: Scenario): string {
  const words: string[] = [];
  if (settings.mode === 'instant') words.push('m=i');
  // A dot would end the settings: 0.5 is written 0_5.
  if (settings.speed !== kUsual.speed) words.push(`s=${settings.speed}`.replace('.', '_'));
  if (settings.seed !== kUsual.seed) words.push(`r=${settings.seed}`);
  if (settings.costNs !== kUsual.costNs) words.push(`c=${settings.costNs}`.replace('.', '_'));
  if (example !== null) words.push(`e=${example}`);
  return words.join(';');
}

// What is unknown or out of range counts as the usual.
function readSettings(text: string): { settings: Settings; example: string | null } {
  const words = new Map(
    text
      .slice(0, 200)
      .split(';')
      .map((word) => [word.slice(0, 1), word.slice(2)]),
  );
  const number = (key: string, usual: number, low: number, high: number): number => {
    const written = words.get(key);
    if (written === undefined || !/^-?\d+(_\d+)?$/.test(written)) return usual;
    const value = Number(written.replace('_', '.'));
    return value >= low && value <= high ? value : usual;
  };
  const example = words.get('e') ?? '';
  return {
    settings: {
      mode: words.get('m') === 'i' ? 'instant' : 'live',
      speed: number('s', kUsual.speed, 0.05, 100),
      seed: Math.trunc(number('r', kUsual.seed, 0, 2 ** 31 - 1)),
      costNs: number('c', kUsual.costNs, 0, 1e9),
    },
    example: /^[a-z0-9_]{1,60}$/.test(example) ? example : null,
  };
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
