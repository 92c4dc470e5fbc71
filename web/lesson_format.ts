// Reads lessons/*.md and puzzles/*.md: what a teacher writes by hand, as lessons/README.md says. Used by scripts/bundle.mjs,
// by the page and by the tests.
//
// Always holds: a lesson stores no answer that the run does not give. What is right is asked of the run (lesson_checks.ts);
// the file says only what is asked, what people often guess, and why.

import { compileCheck } from './lesson_checks.ts';

// Something that the run must have done, and what helps somebody whose run has not.
export interface Must {
  check: string;
  hint: string;
}
export interface Guess {
  answer: string[]; // order: the lines; time: one number; choose: one option's text
  reply: string;
}
export type Question =
  | { kind: 'order'; ask: string; lines: string[]; guesses: Guess[] }
  | { kind: 'time'; ask: string; of: string; from: number; to: number; step: number; guesses: Guess[] }
  | { kind: 'choose'; ask: string; options: { text: string; check: string; reply: string }[] };
export type Change = { text: string; after: string; musts: Must[] } & (
  // The number of the nth place (from 0) that has `before` and `behind` around a number.
  | { kind: 'slide'; before: string; value: string; behind: string; nth: number; from: number; to: number; step: number; aim: number }
  | { kind: 'edit'; find: string; replace: string }
);
export interface Challenge {
  text: string;
  start: string;
  musts: Must[];
  solutions: string[];
  wrong: { code: string; fails: number }[]; // fails: which of musts is the first that does not hold, from 1
}
export interface Lesson {
  id: string;
  title: string;
  topic: string;
  text: string;
  program: string;
  question: Question;
  why: string;
  change: Change;
  build: Challenge;
}
export interface Puzzle extends Challenge {
  id: string;
  title: string;
  goal: string;
}

interface Part {
  name: string;
  line: number;
  keys: { key: string; value: string; line: number }[];
  text: string;
  code: string[];
}

// file: a name such as 05_when_a_task_starts.md; its id is when_a_task_starts, so that links survive a new order.
const idOf = (file: string): string => file.replace(/^\d+_/, '').replace(/\.md$/, '');

// The file cut at its `## ` headings; the first part is named by the `# ` title. A line `key: value` is a key where the key
// is one of `keys`; lines that begin with two spaces go on with it. ``` fences hold programs. All else is text.
function parts(file: string, source: string, keys: readonly string[]): Part[] {
  const found: Part[] = [];
  let fence: string[] | null = null;
  let open: Part['keys'][number] | null = null;
  source.split('\n').forEach((line, index) => {
    const at = index + 1;
    const part = found.at(-1);
    if (fence !== null) {
      if (line !== '```') fence.push(line);
      else {
        part?.code.push(`${fence.join('\n')}\n`);
        fence = null;
      }
      return;
    }
    const heading = /^##? (.+)$/.exec(line);
    if (heading !== null) {
      if (line.startsWith('# ') !== (found.length === 0)) throw new Error(`${file}:${at}: one "# title", then "## " headings`);
      found.push({ name: heading[1] ?? '', line: at, keys: [], text: '', code: [] });
      open = null;
      return;
    }
    if (part === undefined) throw new Error(`${file}:${at}: the file begins with "# " and its title`);
    if (line.startsWith('```')) {
      if (line !== '```python') throw new Error(`${file}:${at}: a program begins with \`\`\`python`);
      fence = [];
      open = null;
      return;
    }
    // What belongs to the key above it may stand two spaces in.
    const key = /^([a-z]+): (.+)$/.exec(line) ?? /^  (else|if|reply): (.+)$/.exec(line);
    if (key !== null && keys.includes(key[1] ?? '')) {
      open = { key: key[1] ?? '', value: key[2] ?? '', line: at };
      part.keys.push(open);
    } else if (open !== null && line.startsWith('  ')) open.value += ` ${line.trim()}`;
    else {
      open = null;
      part.text += `${line}\n`;
    }
  });
  if (fence !== null) throw new Error(`${file}: a program is not closed with \`\`\``);
  return found.map((part) => ({ ...part, text: part.text.trim().replace(/\n{3,}/g, '\n\n') }));
}

const kHead = ['topic', 'goal'];
const kAsk = ['order', 'time', 'choose', 'of', 'axis', 'line', 'guess', 'option', 'if', 'reply'];
const kChange = ['slide', 'range', 'edit', 'to', 'then', 'after', 'else'];
const kWin = ['must', 'else'];

class Reader {
  readonly #file: string;
  readonly #parts: Part[];

  constructor(file: string, source: string) {
    this.#file = file;
    this.#parts = parts(file, source, [...kHead, ...kAsk, ...kChange, ...kWin]);
    if (this.#parts.length === 0) throw new Error(`${file}: it is empty`);
  }
  fail(line: number, what: string): never {
    throw new Error(`${this.#file}:${line}: ${what}`);
  }
  get head(): Part {
    return this.#parts[0] as Part;
  }
  all(name: string): Part[] {
    return this.#parts.filter((part) => part.name === name || part.name.startsWith(`${name} `));
  }
  one(name: string): Part {
    const [found, second] = this.all(name);
    if (found === undefined) return this.fail(this.head.line, `there is no "## ${name}"`);
    if (second !== undefined) this.fail(second.line, `a second "## ${name}"`);
    return found;
  }
  only(known: readonly string[]): void {
    for (const part of this.#parts.slice(1)) {
      if (!known.some((name) => part.name === name || part.name.startsWith(`${name} `)))
        this.fail(part.line, `"## ${part.name}" is none of ${known.join(', ')}`);
    }
  }
  key(part: Part, key: string): string {
    const found = part.keys.filter((one) => one.key === key);
    if (found.length !== 1) this.fail(part.line, `"## ${part.name}" needs one "${key}: …"`);
    return found[0]?.value ?? '';
  }
  code(part: Part): string {
    if (part.code.length !== 1) this.fail(part.line, `"## ${part.name}" holds one program`);
    return part.code[0] ?? '';
  }
  text(part: Part): string {
    if (part.text === '') this.fail(part.line, `"## ${part.name}" has no text`);
    return part.text;
  }
  check(text: string, line: number): string {
    if (typeof compileCheck(text) === 'string') this.fail(line, `${String(compileCheck(text))}`);
    return text;
  }
  // `verb: check` lines, each with its `else: hint`.
  musts(part: Part, verb: string): Must[] {
    const found: Must[] = [];
    for (const { key, value, line } of part.keys) {
      if (key === verb) found.push({ check: this.check(value, line), hint: '' });
      else if (key === 'else') {
        const last = found.at(-1);
        if (last === undefined || last.hint !== '') this.fail(line, `"else:" belongs to a "${verb}:" above it`);
        else last.hint = value;
      }
    }
    const bare = found.find((one) => one.hint === '');
    if (found.length === 0) this.fail(part.line, `"## ${part.name}" needs a "${verb}: …"`);
    if (bare !== undefined) this.fail(part.line, `"${verb}: ${bare.check}" lacks its "else: …"`);
    return found;
  }
  numbers(text: string, line: number): { from: number; to: number; step: number; aim: number | null } {
    const found = /^([\d.]+) to ([\d.]+) step ([\d.]+)(?: aim ([\d.]+))?$/.exec(text);
    if (found === null) return this.fail(line, 'a range is "0 to 4 step 0.5"');
    const [from, to, step] = [Number(found[1]), Number(found[2]), Number(found[3])];
    if (!(from < to && step > 0)) this.fail(line, 'a range goes up, in steps of more than 0');
    return { from, to, step, aim: found[4] === undefined ? null : Number(found[4]) };
  }

  question(): Question {
    const part = this.one('Ask');
    const kind = (['order', 'time', 'choose'] as const).filter((key) => part.keys.some((one) => one.key === key));
    if (kind.length !== 1) this.fail(part.line, '"## Ask" has one of "order: …", "time: …", "choose: …"');
    if (kind[0] === 'choose') return this.#choose(part);
    const guesses: Guess[] = [];
    const lines: string[] = [];
    for (const { key, value, line } of part.keys) {
      if (key === 'line') lines.push(value);
      else if (key === 'guess') guesses.push({ answer: kind[0] === 'time' ? [value] : value.split(' | '), reply: '' });
      else if (key === 'reply') {
        const last = guesses.at(-1);
        if (last === undefined) this.fail(line, '"reply:" belongs to a "guess:" above it');
        else last.reply = value;
      }
    }
    if (guesses.length === 0 || guesses.some((one) => one.reply === ''))
      this.fail(part.line, '"## Ask" names at least one common "guess: …", each with its "reply: …"');
    if (kind[0] === 'time') {
      const { from, to, step } = this.numbers(this.key(part, 'axis'), part.line);
      const of = this.check(this.key(part, 'of'), part.line);
      return { kind: 'time', ask: this.key(part, 'time'), of, from, to, step, guesses };
    }
    if (lines.length < 2) this.fail(part.line, '"order:" needs the lines, one "line: …" each');
    return { kind: 'order', ask: this.key(part, 'order'), lines, guesses };
  }
  #choose(part: Part): Question {
    const options: { text: string; check: string; reply: string }[] = [];
    for (const { key, value, line } of part.keys) {
      const last = options.at(-1);
      if (key === 'option') options.push({ text: value, check: '', reply: '' });
      else if (key === 'if' && last !== undefined) last.check = this.check(value, line);
      else if (key === 'reply' && last !== undefined) last.reply = value;
    }
    if (options.length < 2) this.fail(part.line, '"choose:" needs at least two "option: …"');
    for (const one of options)
      if (one.check === '' || one.reply === '') this.fail(part.line, `"option: ${one.text}" lacks its "if:" or "reply:"`);
    return { kind: 'choose', ask: this.key(part, 'choose'), options };
  }

  change(program: string): Change {
    const part = this.one('Change');
    const common = { text: this.text(part), after: this.key(part, 'after'), musts: this.musts(part, 'then') };
    const occurs = (what: string): void => {
      if (program.split(what).length !== 2) this.fail(part.line, `"${what}" must stand in the program once`);
    };
    if (part.keys.some((one) => one.key === 'edit')) {
      // A space at the ends would be lost to an editor: indentation is written as ·, a line's end as ¶.
      const plain = (text: string): string => text.replaceAll('·', ' ').replaceAll('¶', '\n');
      const find = plain(this.key(part, 'edit'));
      occurs(find);
      return { ...common, kind: 'edit', find, replace: plain(this.key(part, 'to')) };
    }
    const slide = /^(.*)\{([\d.]+)\}(.*)$/.exec(this.key(part, 'slide'));
    if (slide === null) return this.fail(part.line, '"slide:" is a piece of the program with {2.0} around the number');
    const [, before = '', value = '', behind = ''] = slide;
    occurs(before + value + behind);
    const { from, to, step, aim } = this.numbers(this.key(part, 'range'), part.line);
    if (aim === null) return this.fail(part.line, 'the range of a slide says what to aim at: "0 to 4 step 0.5 aim 3"');
    const nth = [...program.matchAll(around(before, behind))].findIndex((one) => one[2] === value);
    return { ...common, kind: 'slide', before, value, behind, nth, from, to, step, aim };
  }

  challenge(text: string, start: string): Challenge {
    const musts = this.musts(this.one('Win'), 'must');
    const solutions = this.all('Solution').map((part) => this.code(part));
    if (solutions.length === 0) this.fail(this.head.line, 'there is no "## Solution"');
    const wrong = this.all('Wrong').map((part) => {
      const fails = Number(/^Wrong (\d+)$/.exec(part.name)?.[1] ?? 0);
      if (fails < 1 || fails > musts.length) this.fail(part.line, '"## Wrong 2" says which "must:" fails first');
      return { code: this.code(part), fails };
    });
    if (wrong.length === 0) this.fail(this.head.line, 'there is no "## Wrong 1" with a wrong attempt');
    return { text, start, musts, solutions, wrong };
  }
}

export function parseLesson(file: string, source: string): Lesson {
  const read = new Reader(file, source);
  read.only(['Program', 'Ask', 'Why', 'Change', 'Build', 'Win', 'Solution', 'Wrong']);
  const program = read.code(read.one('Program'));
  const build = read.one('Build');
  return {
    id: idOf(file),
    title: read.head.name,
    topic: read.key(read.head, 'topic'),
    text: read.text(read.head),
    program,
    question: read.question(),
    why: read.text(read.one('Why')),
    change: read.change(program),
    build: read.challenge(read.text(build), build.code.length > 0 ? read.code(build) : program),
  };
}

export function parsePuzzle(file: string, source: string): Puzzle {
  const read = new Reader(file, source);
  read.only(['Program', 'Win', 'Solution', 'Wrong']);
  return {
    id: idOf(file),
    title: read.head.name,
    goal: read.key(read.head, 'goal'),
    ...read.challenge(read.text(read.head), read.code(read.one('Program'))),
  };
}

// What the program is after the change, with a slide's number as given.
export function changed(program: string, change: Change, value: number): string | null {
  const find = change.kind === 'edit' ? change.find : null;
  if (find !== null) return program.includes(find) ? program.replace(find, () => (change as { replace: string }).replace) : null;
  const place = slidePlace(program, change);
  return place === null ? null : program.slice(0, place.from) + String(value) + program.slice(place.to);
}
function around(before: string, behind: string): RegExp {
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(${escape(before)})([\\d.]+)${escape(behind)}`, 'g');
}
// Where a slide's number stands in a program whose number may be another one by now.
export function slidePlace(program: string, change: Change): { from: number; to: number; value: number } | null {
  if (change.kind !== 'slide') return null;
  const found = [...program.matchAll(around(change.before, change.behind))][change.nth];
  if (found === undefined) return null;
  const from = found.index + (found[1]?.length ?? 0);
  const value = found[2] ?? '';
  return { from, to: from + value.length, value: Number(value) };
}
