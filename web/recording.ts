// A file that tools/simul_trace.py wrote: one line of JSON about the program, then events, one a line, which C++ reads.
// It comes from anybody: everything in it is text, and what does not fit is one sentence.

export interface Recording {
  by: string; // "CPython 3.13.1"
  file: string;
  source: string;
  events: string;
}

const kHead = '# simul recording ';
const kMostBytes = 64 * 1024 * 1024;
const kMostSource = 256 * 1024;

export function readRecording(text: string): Recording | { sentence: string } {
  const no = (sentence: string): { sentence: string } => ({ sentence });
  if (text.length > kMostBytes) return no('This recording is larger than 64 MB: record a shorter run.');
  if (!text.startsWith(kHead)) return no('This is no recording of tools/simul_trace.py, and no Chrome trace.');
  const end = text.indexOf('\n');
  if (end < 0) return no('This recording is cut off: it has no events.');
  let head: unknown;
  try {
    head = JSON.parse(text.slice(kHead.length, end));
  } catch {
    return no('This recording is damaged: its first line says nothing that can be read.');
  }
  const { simul, by, file, source } = (typeof head === 'object' && head !== null ? head : {}) as Record<string, unknown>;
  if (simul !== 1) return no('This recording is of a version that this page does not read: open it in a newer Simul.');
  if (typeof by !== 'string' || typeof file !== 'string' || typeof source !== 'string')
    return no('This recording is damaged: its first line does not say which program it is of.');
  if (source.length > kMostSource) return no('The program of this recording is larger than 256 KB.');
  return { by: oneLine(by) || 'another Python', file: oneLine(file), source, events: text.slice(end + 1) };
}

const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim().slice(0, 60);
