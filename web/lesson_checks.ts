// The judge of lessons and puzzles: short English sentences about a run, each true or false of it. The one judge there is:
// the page asks it about its own run, the tests about simul-run's.
//
// A sentence is one of kForms; lessons/README.md lists them with what they mean.

import type { Run, Stretch } from './lesson_run.ts';

export type Check = (run: Run) => boolean;

const words = (text: string): string[] => [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((one) => (one[1] ?? '').replace(/\\(.)/g, '$1'));
const stretches = (run: Run, ...states: string[]): Stretch[] =>
  run.tasks.flatMap((task) => task.stretches).filter((one) => states.includes(one.state));
const lasting = (one: Stretch): number => one.to_s - one.from_s;
const longest = (run: Run, ...states: string[]): number => Math.max(0, ...stretches(run, ...states).map(lasting));
const texts = (run: Run): string[] => run.lines.map((line) => line.text);

// The most of these that are open at one instant; one that ends as another begins does not meet it.
function together(list: Stretch[]): number {
  const slack_s = 0.01; // a timer that is late makes no two sleeps meet
  const edges = list
    .filter((one) => lasting(one) > slack_s)
    .flatMap((one) => [[one.from_s + slack_s / 2, 1] as const, [one.to_s - slack_s / 2, -1] as const])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let open = 0;
  let most = 0;
  for (const [, step] of edges) most = Math.max(most, (open += step));
  return most;
}

// Do these texts come in this order, whatever stands between them?
function inOrder(all: string[], wanted: string[]): boolean {
  let at = 0;
  for (const text of all) if (at < wanted.length && text === wanted[at]) at++;
  return at === wanted.length;
}

const N = '(\\d+(?:\\.\\d+)?)';
const Q = '("(?:[^"\\\\]|\\\\.)*")';
type Form = [pattern: string, make: (...found: string[]) => Check];
const text = (quoted: string): string => words(quoted)[0] ?? '';
const starred = (quoted: string): ((line: string) => boolean) => {
  const wanted = text(quoted);
  return wanted.endsWith('*') ? (line) => line.startsWith(wanted.slice(0, -1)) : (line) => line === wanted;
};

const kForms: Form[] = [
  ['ends with (ok|error|exit|deadlock|limit)', (status) => (run) => run.status === status],
  ['does not end with (error|deadlock|limit)', (status) => (run) => run.status !== status],
  ['raises ([A-Za-z]+)', (name) => (run) => run.exception?.split(':')[0] === name],
  [`the error says ${Q}`, (what) => (run) => run.exception?.includes(text(what)) === true],
  [`stderr says ${Q}`, (what) => (run) => run.errors.some((line) => line.includes(text(what)))],
  ['stderr is empty', () => (run) => run.errors.length === 0],
  [`ends at ${N}`, (t) => (run) => Math.abs(run.end_s - Number(t)) <= run.slack_s],
  [`ends by ${N}`, (t) => (run) => run.end_s <= Number(t) + run.slack_s],
  [`ends after ${N}`, (t) => (run) => run.end_s > Number(t) + run.slack_s],
  [`prints ${Q}`, (what) => (run) => texts(run).some(starred(what))],
  [`prints ${Q} at ${N}`, (what, t) => (run) =>
    run.lines.some((line) => starred(what)(line.text) && Math.abs(line.time_s - Number(t)) <= run.slack_s)],
  [`prints ${Q} by ${N}`, (what, t) => (run) =>
    run.lines.some((line) => starred(what)(line.text) && line.time_s <= Number(t) + run.slack_s)],
  [`prints ${Q} (\\d+) times?`, (what, count) => (run) => texts(run).filter(starred(what)).length === Number(count)],
  [`never prints ${Q}`, (what) => (run) => !texts(run).some(starred(what))],
  [`prints ${Q} before ${Q}`, (first, second) => (run) => {
    const [a, b] = [texts(run).findIndex(starred(first)), texts(run).findIndex(starred(second))];
    return a >= 0 && b >= 0 && a < b;
  }],
  [`prints in order ((?:${Q}(?:, )?)+)`, (list) => (run) => inOrder(texts(run), words(list))],
  [`prints exactly ((?:${Q}(?:, )?)+)`, (list) => (run) => JSON.stringify(texts(run)) === JSON.stringify(words(list))],
  ['prints nothing', () => (run) => run.lines.length === 0],
  [`line (\\d+) is ${Q}`, (n, what) => (run) => starred(what)(texts(run)[Number(n) - 1] ?? '\0')],
  [`the last line is ${Q}`, (what) => (run) => starred(what)(texts(run).at(-1) ?? '\0')],
  ['has at least (\\d+) tasks?', (n) => (run) => run.tasks.length >= Number(n)],
  ['has at most (\\d+) tasks?', (n) => (run) => run.tasks.length <= Number(n)],
  ['has (\\d+) tasks?', (n) => (run) => run.tasks.length === Number(n)],
  [`has a task ${Q}`, (name) => (run) => run.tasks.some((task) => starred(name)(task.name))],
  ['at least (\\d+) sleep at once', (n) => (run) => together(stretches(run, 'sleeping', 'due')) >= Number(n)],
  ['at most (\\d+) sleep at once', (n) => (run) => together(stretches(run, 'sleeping', 'due')) <= Number(n)],
  [`the sleeps add up to ${N}`, (t) => (run) =>
    stretches(run, 'sleeping', 'due').reduce((sum, one) => sum + lasting(one), 0) >= Number(t) - run.slack_s],
  [`the blocking adds up to ${N}`, (t) => (run) =>
    stretches(run, 'blocking').reduce((sum, one) => sum + lasting(one), 0) >= Number(t) - run.slack_s],
  [`makes tasks in order ((?:${Q}(?:, )?)+)`, (list) => (run) => inOrder(run.tasks.map((task) => task.name), words(list))],
  [`nobody is due for more than ${N}`, (t) => (run) => longest(run, 'due') <= Number(t) + run.slack_s],
  [`nobody could run for more than ${N} and did not`, (t) => (run) => longest(run, 'due', 'ready') <= Number(t) + run.slack_s],
  [`somebody is due for ${N}`, (t) => (run) => longest(run, 'due') >= Number(t) - run.slack_s],
  [`nobody blocks for more than ${N}`, (t) => (run) => longest(run, 'blocking') <= Number(t) + run.slack_s],
  [`somebody blocks for ${N}`, (t) => (run) => longest(run, 'blocking') >= Number(t) - run.slack_s],
  [`cancels ${Q}`, (name) => (run) => run.tasks.some((task) => task.cancelled && starred(name)(task.name))],
  ['cancels nobody', () => (run) => run.tasks.every((task) => !task.cancelled)],
  ['finds ([a-z-]+)', (kind) => (run) => run.findings.includes(kind)],
  ['does not find ([a-z-]+)', (kind) => (run) => !run.findings.includes(kind)],
  // Of the question "when": a time, and no yes or no; see timeOf.
  ['the end', () => () => true],
  [`the time of ${Q}`, (what) => (run) => texts(run).some(starred(what))],
];

// The check, or a sentence why this is none. Several sentences joined by " and " must all hold.
export function compileCheck(sentence: string): Check | string {
  const whole = one(sentence);
  if (whole !== null) return whole;
  const pieces = sentence.split(/ and (?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const checks = pieces.map(one);
  const bad = pieces[checks.indexOf(null)];
  if (bad !== undefined) return `"${bad}" is no sentence about a run: lessons/README.md lists them`;
  return (run) => checks.every((check) => check?.(run) === true);
}
function one(sentence: string): Check | null {
  for (const [pattern, make] of kForms) {
    const found = new RegExp(`^${pattern}$`).exec(sentence);
    if (found !== null) return make(...found.slice(1).map((part) => part ?? ''));
  }
  return null;
}
export function holds(sentence: string, run: Run): boolean {
  const check = compileCheck(sentence);
  return typeof check !== 'string' && check(run);
}

// What a question about a time asks: "the end", or "the time of "B done"". Null: the run never came there.
export function timeOf(sentence: string, run: Run): number | null {
  if (sentence === 'the end') return run.end_s;
  const wanted = /^the time of ("(?:[^"\\]|\\.)*")$/.exec(sentence)?.[1];
  if (wanted === undefined) return null;
  return run.lines.find((line) => starred(wanted)(line.text))?.time_s ?? null;
}
