// A trace in Chrome's format that something else wrote: slices on tracks, and nothing that only an event loop has.
//
// Read are complete (X), begin and end (B, E) and instant events (i, I, R), and the names of processes and threads (M); other
// kinds are counted. A track is a thread; what overlaps on it, nested or not, goes onto rows. It comes from anybody: every
// field is checked, every text is only ever text, and what cannot be shown is one sentence.

export interface TraceSlice {
  name: string;
  start: number; // microseconds, as in the file
  end: number; // === start: an instant
  row: number;
}
export interface TraceTrack {
  name: string;
  rows: number;
  slices: TraceSlice[]; // by start; of one start the longer first
}
export interface ChromeTrace {
  tracks: TraceTrack[];
  start: number;
  end: number;
  notes: string[]; // what was left out
}

const kMostBytes = 64 * 1024 * 1024;
const kMostEvents = 500_000;
const kMostRows = 64;
const kMostTracks = 2000;

export const looksLikeChromeTrace = (text: string): boolean =>
  /^\s*[[{]/.test(text) && text.slice(0, 100_000).includes('"ph"');

export function readChromeTrace(text: string): ChromeTrace | { sentence: string } {
  const no = (sentence: string): { sentence: string } => ({ sentence });
  if (text.length > kMostBytes) return no('This trace is larger than 64 MB: record a shorter time.');
  const read = parsed(text);
  if (read === null) return no('This trace is cut off or damaged: it is no JSON.');
  const events = Array.isArray(read) ? (read as unknown[]) : (read as { traceEvents?: unknown }).traceEvents;
  if (!Array.isArray(events)) return no('This is JSON, but no Chrome trace: it has no list of events.');
  if (events.length > kMostEvents)
    return no(
      `This trace has ${events.length.toLocaleString('en')} events, and ${kMostEvents.toLocaleString('en')} at most can be shown.`,
    );
  const story = new Story();
  for (const event of events) story.take(event);
  return story.told();
}

// Chrome's own writer may leave the end of the array away.
function parsed(text: string): object | null {
  for (const one of [text, `${text.trimEnd().replace(/,$/, '')}]`]) {
    try {
      const value: unknown = JSON.parse(one);
      return typeof value === 'object' ? value : null;
    } catch {
      // Another try, or none.
    }
  }
  return null;
}

interface Thread {
  key: string;
  pid: string;
  tid: string;
  open: { name: string; start: number }[];
  slices: TraceSlice[];
}

class Story {
  readonly #threads = new Map<string, Thread>();
  readonly #processNames = new Map<string, string>();
  readonly #threadNames = new Map<string, string>();
  #start = Infinity;
  #end = -Infinity;
  #others = 0;
  #bad = 0;
  #deep = 0;
  #unmatched = 0;

  take(event: unknown): void {
    if (typeof event !== 'object' || event === null) return void ++this.#bad;
    const { ph, name, ts, dur, args } = event as Record<string, unknown>;
    const pid = idOf((event as Record<string, unknown>)['pid']);
    const tid = idOf((event as Record<string, unknown>)['tid']);
    if (ph === 'M') return this.#names(name, pid, tid, args);
    if (typeof ph !== 'string' || !'XBEiIR'.includes(ph) || ph.length !== 1) return void ++this.#others;
    if (typeof ts !== 'number' || !Number.isFinite(ts)) return void ++this.#bad;
    const thread = this.#thread(pid, tid);
    if (thread === null) return void ++this.#bad;
    const called = words(name);
    const seen = (end: number): void => {
      this.#start = Math.min(this.#start, ts);
      this.#end = Math.max(this.#end, end);
    };
    if (ph === 'X') {
      const length = dur === undefined ? 0 : dur;
      if (typeof length !== 'number' || !(length >= 0) || !Number.isFinite(ts + length)) return void ++this.#bad;
      thread.slices.push({ name: called, start: ts, end: ts + length, row: 0 });
      seen(ts + length);
    } else if (ph === 'B') {
      thread.open.push({ name: called, start: ts });
      seen(ts);
    } else if (ph === 'E') {
      const begun = thread.open.pop();
      if (begun === undefined || begun.start > ts) return void ++this.#unmatched;
      thread.slices.push({ ...begun, end: ts, row: 0 });
      seen(ts);
    } else {
      thread.slices.push({ name: called, start: ts, end: ts, row: 0 });
      seen(ts);
    }
  }

  told(): ChromeTrace | { sentence: string } {
    const tracks: TraceTrack[] = [];
    for (const thread of this.#threads.values()) {
      // What was begun and never ended goes on to the end.
      for (const begun of thread.open) thread.slices.push({ ...begun, end: Math.max(begun.start, this.#end), row: 0 });
      if (thread.slices.length > 0) tracks.push({ name: this.#nameOf(thread), ...this.#onRows(thread.slices) });
    }
    if (tracks.length === 0) return { sentence: 'This trace has no slices: nothing in it has a beginning and a length.' };
    const notes: string[] = [];
    const say = (count: number, one: string, many: string): void => {
      if (count > 0) notes.push(`${count.toLocaleString('en')} ${count === 1 ? one : many}`);
    };
    say(this.#others, 'event of another kind is not shown', 'events of other kinds are not shown');
    say(this.#bad, 'damaged event is left out', 'damaged events are left out');
    say(this.#unmatched, 'end has no beginning', 'ends have no beginning');
    say(this.#deep, `slice lies deeper than ${kMostRows} rows`, `slices lie deeper than ${kMostRows} rows`);
    return { tracks, start: this.#start, end: this.#end, notes };
  }

  #thread(pid: string, tid: string): Thread | null {
    const key = JSON.stringify([pid, tid]);
    const found = this.#threads.get(key);
    if (found !== undefined) return found;
    if (this.#threads.size >= kMostTracks) return null;
    const made: Thread = { key, pid, tid, open: [], slices: [] };
    this.#threads.set(key, made);
    return made;
  }
  #names(kind: unknown, pid: string, tid: string, args: unknown): void {
    const called = typeof args === 'object' && args !== null ? words((args as { name?: unknown }).name) : '';
    if (called === '') return;
    if (kind === 'process_name') this.#processNames.set(pid, called);
    if (kind === 'thread_name') this.#threadNames.set(JSON.stringify([pid, tid]), called);
  }
  #nameOf({ key, pid, tid }: Thread): string {
    const process = this.#processNames.get(pid) ?? `process ${pid}`;
    return `${process} · ${this.#threadNames.get(key) ?? `thread ${tid}`}`;
  }
  #onRows(slices: TraceSlice[]): { rows: number; slices: TraceSlice[] } {
    slices.sort((a, b) => a.start - b.start || b.end - a.end);
    const free: number[] = []; // when each row is free again
    const shown: TraceSlice[] = [];
    for (const slice of slices) {
      const fits = free.findIndex((end) => end <= slice.start);
      slice.row = fits < 0 ? free.length : fits;
      if (slice.row >= kMostRows) {
        ++this.#deep;
        continue;
      }
      // An instant keeps its row for itself for no time.
      free[slice.row] = Math.max(slice.end, free[slice.row] ?? -Infinity);
      shown.push(slice);
    }
    return { rows: Math.max(1, free.length), slices: shown };
  }
}

const idOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? words(String(value)) : '?';
const words = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 400).replace(/[\u0000-\u001f\u007f]+/g, ' ').trim().slice(0, 200) : '';
