import assert from 'node:assert/strict';
import test from 'node:test';
import { Progress } from '../../web/lesson_progress.ts';

function shelf(kept: string | null = null) {
  let now = kept;
  return {
    getItem: () => now,
    setItem: (_: string, value: string) => void (now = value),
    removeItem: () => void (now = null),
  };
}

test('what was done is there again, and a first guess stays', () => {
  const kept = shelf();
  const progress = new Progress(kept);
  progress.note('a', { guess: 'wrong' });
  progress.note('a', { guess: 'right', built: true });
  const again = new Progress(kept);
  assert.deepEqual(again.of('a'), { guess: 'wrong', changed: false, built: true });
  assert.ok(again.done('a') && !again.done('b'));
});

test('who skipped may still guess', () => {
  const progress = new Progress(shelf());
  progress.note('a', { guess: 'skipped' });
  progress.note('a', { guess: 'right' });
  assert.equal(progress.of('a').guess, 'right');
});

test('anything else on the shelf counts as nothing', () => {
  for (const kept of ['', 'null', '[]', '{"a":7}', '{"a":{"guess":"<b>","changed":"yes"}}', '{"__proto__":{"guess":"right"}}'])
    assert.equal(new Progress(shelf(kept)).done('a'), false, kept);
});

test('without a shelf, or with one that throws, it lasts as long as the page', () => {
  const broken = { getItem: () => { throw new Error('no'); }, setItem: () => { throw new Error('full'); }, removeItem: () => undefined };
  for (const bad of [null, broken]) {
    const progress = new Progress(bad);
    progress.note('a', { changed: true, guess: 'right' });
    assert.ok(progress.done('a'));
  }
});
