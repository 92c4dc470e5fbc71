// web/output_model.ts: which lines of the output are on the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kKept, OutputModel } from '../../web/output_model.ts';
import type { OutputLine } from '../../web/simul.ts';

const line = (text: string, open = false): OutputLine => ({ t: 0, text, stream: 'out', line: 1, open });
const lines = (count: number, from = 0): OutputLine[] =>
  Array.from({ length: count }, (_, n) => line(String(from + n)));

test('lines come in chunks and stay in order', () => {
  const model = new OutputModel();
  model.apply({ from: 0, total: 2, dropped: 0, lines: lines(2) });
  assert.equal(model.next, 2);
  assert.deepEqual(model.apply({ from: 2, total: 3, dropped: 0, lines: lines(1, 2) }), {
    dropLast: 0,
    added: lines(1, 2),
    dropFirst: 0,
  });
  assert.equal(model.text, '0\n1\n2\n');
  assert.equal(model.hidden, 0);
});

test('an open line is asked for again and replaced as it grows', () => {
  const model = new OutputModel();
  model.apply({ from: 0, total: 2, dropped: 0, lines: [line('a'), line('b', true)] });
  assert.equal(model.next, 1);
  const change = model.apply({ from: 1, total: 3, dropped: 0, lines: [line('bc'), line('d')] });
  assert.equal(change.dropLast, 1);
  assert.deepEqual(
    model.lines.map((one) => one.text),
    ['a', 'bc', 'd'],
  );
  assert.equal(model.next, 3);
});

test('at most so many lines are kept, and the rest are counted', () => {
  const model = new OutputModel();
  model.apply({ from: 0, total: kKept, dropped: 0, lines: lines(kKept) });
  const change = model.apply({ from: kKept, total: kKept + 3, dropped: 0, lines: lines(3, kKept) });
  assert.equal(change.dropFirst, 3);
  assert.equal(model.lines.length, kKept);
  assert.equal(model.lines[0]?.text, '3');
  assert.equal(model.hidden, 3);
});

test('a flood larger than the list leaves its end', () => {
  const model = new OutputModel();
  model.apply({ from: 0, total: 10, dropped: 0, lines: lines(10) });
  const change = model.apply({ from: 10, total: 20_010, dropped: 0, lines: lines(20_000, 10) });
  assert.equal(change.dropFirst, 10);
  assert.equal(change.added.length, kKept);
  assert.equal(model.lines.at(-1)?.text, '20009');
  assert.equal(model.hidden, 20_010 - kKept);
});

test('lines that the other side let go are counted too', () => {
  const model = new OutputModel();
  model.apply({ from: 90, total: 100, dropped: 90, lines: lines(10, 90) });
  assert.equal(model.hidden, 90);
});
