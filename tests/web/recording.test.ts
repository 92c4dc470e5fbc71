// web/recording.ts: the first line of a recording, and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecording } from '../../web/recording.ts';

const file = (head: unknown, events = '0.000000000 loop_started 1\n'): string =>
  `# simul recording ${typeof head === 'string' ? head : JSON.stringify(head)}\n${events}`;
const good = { simul: 1, by: 'CPython 3.13.1', file: 'main.py', source: 'print("é 🧵")\n' };

test('a recording is its program and its events', () => {
  assert.deepEqual(readRecording(file(good)), {
    by: 'CPython 3.13.1',
    file: 'main.py',
    source: 'print("é 🧵")\n',
    events: '0.000000000 loop_started 1\n',
  });
});

test('who made it is one short line, whatever it says', () => {
  const read = readRecording(file({ ...good, by: 'a\nb\u0000<script>'.padEnd(500, 'x'), file: '\n' }));
  assert.ok('by' in read);
  assert.equal(read.by.length, 60);
  assert.ok(read.by.startsWith('a b <script>'));
  assert.equal(read.file, '');
});

test('what is no recording is refused with a sentence', () => {
  for (const [text, words] of [
    ['', 'no recording'],
    ['hello', 'no recording'],
    ['# simul recording {"simul":1}', 'cut off'],
    [file('{"simul":1,'), 'damaged'],
    [file('null'), 'version'],
    [file('[]'), 'version'],
    [file({ ...good, simul: 2 }), 'version'],
    [file({ ...good, simul: '1' }), 'version'],
    [file({ ...good, source: 5 }), 'which program'],
    [file({ simul: 1, by: 'x', file: 'y' }), 'which program'],
    [file({ ...good, by: { toString: 'x' } }), 'which program'],
    [file({ ...good, source: 'x'.repeat(300_000) }), 'larger than 256 KB'],
    [file('{"__proto__":{"simul":1,"by":"x","file":"y","source":"z"}}'), 'version'],
  ] as const) {
    const read = readRecording(text);
    assert.ok('sentence' in read, text.slice(0, 60));
    assert.match(read.sentence, new RegExp(words), text.slice(0, 60));
  }
});
