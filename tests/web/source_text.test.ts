// web/source_text.ts: texts that an editor holds and a Python file cannot.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textProblems } from '../../web/source_text.ts';

test('ordinary texts have no problem, emoji and NUL among them', () => {
  for (const text of ['', 'print("🧵 é 你")\n', 'a\0b', '\t x\r\n', '😀😀'])
    assert.deepEqual(textProblems(text), [], text);
});

test('half of a character is found in its place, with CPython’s words', () => {
  for (const [text, from, line] of [
    ['a = "\ud83e"\n', 5, 1],
    ['\n\n\udd75', 2, 3],
    ['😀\ude00', 2, 1],
  ] as const) {
    const [problem] = textProblems(text);
    assert.equal(problem?.from, from);
    assert.equal(problem?.line, line);
    assert.match(
      problem?.message ?? '',
      /'utf-8' codec can't encode character '\\ud[0-9a-f]{3}': surrogates not allowed/,
    );
    assert.ok(problem?.hint);
  }
});

test('a text beyond every use is named with both numbers', () => {
  const [problem] = textProblems('x'.repeat(4_000_001));
  assert.match(problem?.message ?? '', /4,000,001 characters, and 4,000,000/);
});
