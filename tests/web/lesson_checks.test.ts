import assert from 'node:assert/strict';
import test from 'node:test';
import { compileCheck, holds, timeOf } from '../../web/lesson_checks.ts';
import { nativeRun, type Run, tasksOf } from '../../web/lesson_run.ts';

const sleep = (from_s: number, to_s: number) => ({ state: 'sleeping', from_s, to_s });
const run = (change: Partial<Run> = {}): Run => ({
  status: 'ok',
  exception: null,
  end_s: 2,
  lines: [
    { time_s: 0, text: 'A starts' },
    { time_s: 1, text: 'A done' },
    { time_s: 2, text: 'A starts' },
  ],
  errors: [],
  tasks: [
    { name: 'A', stretches: [sleep(0, 1)], cancelled: false },
    { name: 'B', stretches: [sleep(1, 2)], cancelled: true },
  ],
  findings: ['starvation'],
  slack_s: 0.01,
  ...change,
});

test('a time counts as met within the slack and not beyond', () => {
  assert.ok(holds('ends at 2', run({ end_s: 2.009 })));
  assert.ok(!holds('ends at 2', run({ end_s: 2.02 })));
  assert.ok(holds('ends by 2', run({ end_s: 1 })));
  assert.ok(!holds('ends after 2', run({ end_s: 2.005 })));
});

test('sentences about the lines look at whole lines, unless a star ends them', () => {
  assert.ok(!holds('prints "A"', run()));
  assert.ok(holds('prints "A*"', run()));
  assert.ok(holds('prints "A starts" 2 times', run()));
  assert.ok(!holds('prints "A starts" 1 time', run()));
  assert.ok(holds('prints "A done" at 1 and the last line is "A starts"', run()));
  assert.ok(holds('prints in order "A starts", "A done"', run()));
  assert.ok(!holds('prints in order "A done", "A done"', run()));
  assert.ok(!holds('prints exactly "A starts", "A done"', run()));
  assert.ok(holds('line 2 is "A done"', run()));
  assert.ok(!holds('line 9 is "A done"', run()));
});

test('an "and" within quotes joins nothing', () => {
  const lines = [{ time_s: 0, text: 'salt and pepper' }];
  assert.ok(holds('prints "salt and pepper"', run({ lines })));
  assert.ok(holds('prints "salt and pepper" and ends with ok', run({ lines })));
  assert.ok(!holds('prints "salt and pepper" and ends with error', run({ lines })));
});

test('one sleep that ends as another begins does not meet it', () => {
  assert.ok(holds('at most 1 sleep at once', run()));
  const late = run({ tasks: [{ name: 'A', stretches: [sleep(0, 1.5), sleep(1, 2)], cancelled: false }] });
  assert.ok(holds('at least 2 sleep at once', late));
  assert.ok(holds('the sleeps add up to 2', run()));
  assert.ok(!holds('the sleeps add up to 2.5', run()));
});

test('tasks are known by their names, and who was asked to stop', () => {
  assert.ok(holds('cancels "B" and has a task "A"', run()));
  assert.ok(!holds('cancels "A"', run()));
  assert.ok(holds('finds starvation and does not find deadlock', run()));
});

test('what is no sentence about a run is named', () => {
  assert.match(String(compileCheck('ends quickly')), /"ends quickly"/);
  assert.match(String(compileCheck('ends with ok and so on')), /"so on"/);
  assert.ok(!holds('ends quickly', run()));
});

test('the time of a line is that of the first one, and of a line that never came there is none', () => {
  assert.equal(timeOf('the end', run()), 2);
  assert.equal(timeOf('the time of "A done"', run()), 1);
  assert.equal(timeOf('the time of "A starts"', run()), 0);
  assert.equal(timeOf('the time of "Z"', run()), null);
});

test('a trace of Chrome’s format becomes tasks without the loop', () => {
  const meta = (tid: number, name: string) => ({ ph: 'M', tid, name: 'thread_name', args: { name } });
  const traceEvents = [
    meta(0, 'Event loop'),
    { ph: 'X', cat: 'running', tid: 0, ts: 0, dur: 5, name: 'running' },
    meta(2, 'main'),
    { ph: 'X', cat: 'sleeping', tid: 2, ts: 500_000, dur: 1_000_000, name: 'sleep' },
    { ph: 's', tid: 0, ts: 0, name: 'cancelled' },
    { ph: 'f', tid: 2, ts: 0, name: 'cancelled' },
  ];
  assert.deepEqual(tasksOf(JSON.stringify({ traceEvents })), [
    { name: 'main', stretches: [sleep(0.5, 1.5)], cancelled: true },
  ]);
  assert.deepEqual(tasksOf(''), []);
});

test('what simul-run says becomes a run', () => {
  const json = JSON.stringify({ status: 'error', stdout: [[1, 'x']], stderr: ['y'], end_time: 3, exception: 'E: z' });
  const told = 'warning (loop-blocked): Line 3.\n  0.000  evidence\nhint (could-overlap): So.\n';
  const made = nativeRun(json, '', told);
  assert.deepEqual(made.findings, ['loop-blocked', 'could-overlap']);
  assert.ok(holds('raises E and stderr says "y" and prints "x" at 1', made));
});
