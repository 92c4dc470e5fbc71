// Edits of a text as values: what goes from where, and what comes instead. All of a list speak of the text before any of
// them, in UTF-16 code units, and none touches another.

export interface Edit {
  from: number;
  to: number;
  text: string;
}

export const sorted = (edits: readonly Edit[]): Edit[] => [...edits].sort((a, b) => a.from - b.from || a.to - b.to);

// Do they fit a text of this length, in order and apart?
export function fits(edits: readonly Edit[], length: number): boolean {
  let end = -1;
  for (const edit of sorted(edits)) {
    if (!Number.isInteger(edit.from) || !Number.isInteger(edit.to)) return false;
    if (edit.from < 0 || edit.from > edit.to || edit.to > length || edit.from < end) return false;
    end = edit.to;
  }
  return true;
}

export function applied(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of sorted(edits)) {
    out += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return out + text.slice(at);
}

export interface DiffLine {
  sign: '+' | '-' | ' ';
  text: string;
  line: number; // of the text before; of a new line, of the one before it
}

// The touched lines, before and after, with `around` lines of what stays. Lines that are the same on both sides of a touched
// place are not called changed.
export function diff(text: string, edits: readonly Edit[], around = 1): DiffLine[] {
  const before = text.split('\n');
  const starts = [0];
  for (const line of before) starts.push((starts[starts.length - 1] ?? 0) + line.length + 1);
  const lineOf = (at: number): number => {
    let low = 0;
    let high = before.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((starts[mid] ?? 0) <= at) low = mid;
      else high = mid - 1;
    }
    return low;
  };
  // Edits whose lines meet are one piece.
  const pieces: { first: number; last: number; edits: Edit[] }[] = [];
  for (const edit of sorted(edits)) {
    const [first, last] = [lineOf(edit.from), lineOf(edit.to)];
    const open = pieces[pieces.length - 1];
    if (open !== undefined && first <= open.last) {
      open.last = Math.max(open.last, last);
      open.edits.push(edit);
    } else pieces.push({ first, last, edits: [edit] });
  }
  const out: DiffLine[] = [];
  let told = 0;
  for (const piece of pieces) {
    const from = starts[piece.first] ?? 0;
    const own = before.slice(piece.first, piece.last + 1);
    const moved = piece.edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
    const now = applied(own.join('\n'), moved).split('\n');
    let head = 0;
    while (head < own.length && head < now.length && own[head] === now[head]) head++;
    let tail = 0;
    while (tail < own.length - head && tail < now.length - head && own[own.length - 1 - tail] === now[now.length - 1 - tail])
      tail++;
    const first = piece.first + head;
    const end = piece.last + 1 - tail;
    for (let n = Math.max(told, first - around); n < first; n++) out.push({ sign: ' ', text: before[n] ?? '', line: n + 1 });
    for (let n = Math.max(told, first); n < end; n++) out.push({ sign: '-', text: before[n] ?? '', line: n + 1 });
    for (const line of now.slice(head, now.length - tail)) out.push({ sign: '+', text: line, line: Math.max(first, end) });
    told = Math.max(told, end);
    const until = Math.min(before.length, end + around);
    for (let n = told; n < until; n++) {
      // The end of a text that ends with a line break is no line.
      if (n === before.length - 1 && before[n] === '') break;
      out.push({ sign: ' ', text: before[n] ?? '', line: n + 1 });
    }
    told = Math.max(told, until);
  }
  return out;
}
