// The page uses no colour that src/ui/tokens.def does not have, and none of its own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const own = new Set(['words', 'code', 'columns', 'rows', 'kind']); // kind: the token of a step's sort
const table = new Set(
  [...readFileSync('src/ui/tokens.def', 'utf8').matchAll(/^SIMUL_TOKEN\((\w+),/gm)].map((match) =>
    (match[1] ?? '').replaceAll('_', '-'),
  ),
);
const files = ['web/style.css', 'web/composing.css', 'web/phone.css', 'web/editor_look.ts'].map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));

test('every custom property is a token', () => {
  assert.ok(table.has('accent'));
  for (const { file, text } of files) {
    for (const [, name] of text.matchAll(/var\(--([\w-]+)\)/g))
      assert.ok(own.has(name ?? '') || table.has(name ?? ''), `${file}: --${name}`);
    for (const [, name] of text.matchAll(/\b(?:mix|chip)\('([\w-]+)'/g))
      assert.ok(table.has(name ?? ''), `${file}: ${name}`);
  }
});

test('no colour is written out but shadows', () => {
  for (const { file, text } of files) {
    assert.doesNotMatch(text, /#[0-9a-f]{3,8}\b(?=[;,) ])/i, file);
    for (const [whole] of text.matchAll(/(rgb|hsl)a?\([^)]*\)/g)) assert.match(whole, /^rgb\(0 0 0 \/ \d+%\)$/, file);
  }
});

test('type comes in the look’s sizes only', () => {
  const sizes = new Set(['10.5', '11', '12', '12.5', '13', '16', '18', '0']);
  for (const { file, text } of files) {
    for (const [, size] of text.matchAll(/font(?:-size|Size)?:\s*'?(?:\d00 )?([\d.]+)(?:px|;)/g))
      assert.ok(sizes.has(size ?? ''), `${file}: ${size}px`);
  }
});
