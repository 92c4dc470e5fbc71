// web/text_edits.ts: edits as values, and the diff that a person reads before they are made.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applied, diff, fits } from '../../web/text_edits.ts';

const shown = (text: string, edits: Parameters<typeof diff>[1], around = 0): string[] =>
  diff(text, edits, around).map((line) => `${line.sign}${line.text}`);

test('edits speak of the text before any of them, whatever their order', () => {
  const edits = [
    { from: 4, to: 5, text: '' },
    { from: 0, to: 1, text: 'AA' },
    { from: 2, to: 2, text: '|' },
  ];
  assert.equal(applied('abcde', edits), 'AAb|cd');
});

test('edits that overlap or lie outside the text do not fit it', () => {
  assert.ok(fits([{ from: 0, to: 5, text: '' }], 5));
  assert.ok(fits([{ from: 0, to: 2, text: '' }, { from: 2, to: 3, text: 'x' }], 5));
  assert.ok(!fits([{ from: 0, to: 6, text: '' }], 5));
  assert.ok(!fits([{ from: 0, to: 3, text: '' }, { from: 2, to: 4, text: '' }], 5));
  assert.ok(!fits([{ from: 3, to: 2, text: '' }], 5));
  assert.ok(!fits([{ from: Number.NaN, to: 2, text: '' }], 5));
});

test('a changed literal is one line before and one after', () => {
  assert.deepEqual(shown('a\nsleep(2.0)\nb\n', [{ from: 8, to: 11, text: '2.6' }]), ['-sleep(2.0)', '+sleep(2.6)']);
});

test('a new line is only new, whether it is put before a line or after one', () => {
  assert.deepEqual(shown('a\nb\n', [{ from: 2, to: 2, text: 'new\n' }]), ['+new']);
  assert.deepEqual(shown('a\nb\n', [{ from: 1, to: 1, text: '\nnew' }]), ['+new']);
  assert.deepEqual(shown('a\nb\n', [{ from: 2, to: 4, text: '' }]), ['-b']);
});

test('lines around stand once, also between two places', () => {
  assert.deepEqual(
    shown('1\n2\n3\n4\n', [{ from: 0, to: 1, text: 'x' }, { from: 4, to: 5, text: 'y' }], 1),
    ['-1', '+x', ' 2', '-3', '+y', ' 4'],
  );
});

test('two edits of one line are one change of it', () => {
  assert.deepEqual(shown('f(1, 2)\n', [{ from: 2, to: 3, text: '3' }, { from: 5, to: 6, text: '4' }]), ['-f(1, 2)', '+f(3, 4)']);
});
