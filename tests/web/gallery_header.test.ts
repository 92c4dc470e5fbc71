// web/gallery_header.ts, and that every file of examples/ is one it reads.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseExample } from '../../web/gallery_header.ts';

const text =
  '# title: A title\n# group: G\n# look for: first\n#   and second\n# from: me\n\n# a comment of the program\nx = 1\n';

test('the header becomes fields and the rest the program, to the letter', () => {
  assert.deepEqual(parseExample('07_a_name.py', text), {
    id: 'a_name',
    title: 'A title',
    group: 'G',
    look_for: 'first and second',
    truth: null,
    from: 'me',
    code: '# a comment of the program\nx = 1\n',
  });
});

test('a header that lacks something, repeats it or has something else is an error with its line', () => {
  assert.throws(() => parseExample('a.py', text.replace('# group: G\n', '')), /a\.py: the header lacks "# group/);
  assert.throws(() => parseExample('a.py', text.replace('# group', '# title')), /a\.py:2: a second "title"/);
  assert.throws(() => parseExample('a.py', text.replace('# group: G', 'import x')), /a\.py:2: the header takes/);
  assert.throws(() => parseExample('a.py', `#   more\n${text}`), /a\.py:1/);
});

const all = () =>
  readdirSync('examples')
    .filter((file) => file.endsWith('.py'))
    .sort()
    .map((file) => parseExample(file, readFileSync(`examples/${file}`, 'utf8')));

test('every example has a title and an id of its own, and a sentence', () => {
  const examples = all();
  assert.ok(examples.length >= 38);
  assert.equal(examples[0]?.title, 'Three workers, one loop');
  assert.equal(new Set(examples.map((one) => one.title)).size, examples.length);
  assert.equal(new Set(examples.map((one) => one.id)).size, examples.length);
  for (const one of examples) {
    assert.match(one.look_for, /[.]$/, one.id);
    assert.match(one.truth ?? 'None.', /[.]$/, one.id);
    assert.match(one.id, /^[a-z0-9_]{1,60}$/);
    assert.ok(one.code.trim().length > 20, one.id);
  }
});

test('docs/documents.md leads to what there is, and to every program of the documents', () => {
  const examples = all();
  const lessons = readdirSync('lessons').map((file) => /^# (.+)$/m.exec(readFileSync(`lessons/${file}`, 'utf8'))?.[1]);
  const there = new Set([...examples.map((one) => one.title), ...lessons]);
  const named = [...readFileSync('docs/documents.md', 'utf8').matchAll(/(?<!\*)\*([^*|]+)\*(?!\*)/g)].map((one) => one[1] ?? '');
  assert.ok(named.length > 60);
  for (const one of named) assert.ok(there.has(one), one);
  for (const one of examples) if (one.from !== 'Simul') assert.ok(named.includes(one.title), one.title);
});
