// What an embedded Simul and the page around it say to each other, over postMessage. docs/embed.md is the long form.
//
// Every message has `simul: 1`. Whatever is not exactly one of these is left without an answer: a page hears many messages
// that are not for it.

import type { State } from './simul.ts';

// To the embedded page. id: comes back with the answer.
export type HostMessage = { simul: 1; id?: number } & (
  | { do: 'run' | 'runAtOnce' | 'pause' | 'resume' | 'stop' | 'reveal' }
  | { do: 'load'; text: string } // another program; nothing runs
  | { do: 'seek'; time_s: number } // shows that moment of the run
  | { do: 'state' | 'text' | 'output' | 'picture' } // asks
);
export interface EmbedState {
  state: State['state'];
  status: State['status'];
  time_s: number;
  end_s: number | null;
  sentence: string;
}
// From it. ready, state and output come by themselves; answers have the id of what was asked.
export type EmbedMessage = { simul: 1 } & (
  | { event: 'ready'; runs: boolean } // runs: false where there is no WebAssembly
  | { event: 'state'; state: EmbedState }
  | { event: 'output'; from: number; lines: { time_s: number; text: string; stream: 'out' | 'err' }[] }
  | { event: 'answer'; id: number; ok: true; value: string | EmbedState | null }
  | { event: 'answer'; id: number; ok: false; why: string }
);

const kMostText = 256 * 1024;
const kPlain = ['run', 'runAtOnce', 'pause', 'resume', 'stop', 'reveal', 'state', 'text', 'output', 'picture'] as const;

// Takes apart what anybody may have sent. Getters and proxies cannot come through postMessage, but a test may hand them in.
export function readMessage(data: unknown): HostMessage | null {
  try {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
    const { simul, id, do: what, text, time_s } = data as Record<string, unknown>;
    if (simul !== 1) return null;
    if (id !== undefined && !(typeof id === 'number' && Number.isSafeInteger(id) && id >= 0)) return null;
    const head = { simul: 1 as const, ...(id === undefined ? {} : { id }) };
    const plain = kPlain.find((one) => one === what);
    if (plain !== undefined) return { ...head, do: plain };
    if (what === 'load' && typeof text === 'string' && text.length <= kMostText) return { ...head, do: 'load', text };
    if (what === 'seek' && typeof time_s === 'number' && time_s >= 0 && time_s <= 9e9)
      return { ...head, do: 'seek', time_s };
    return null;
  } catch {
    return null;
  }
}
