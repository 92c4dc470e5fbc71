// web/draft.ts: drafts outlive the page, and a browser that keeps nothing costs one sentence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts, type Shelf } from '../../web/draft.ts';
import { kUsual, type Scenario } from '../../web/share.ts';

const draft = (text: string): Scenario => ({ text, settings: { ...kUsual }, example: null });
function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test('the draft and the one put aside come back as they were, odd characters too', () => {
  const one = shelf();
  const drafts = new Drafts(one);
  assert.equal(drafts.load(), null);
  assert.equal(drafts.save(draft('x = "\ud800\u0000é"\r\n')), null);
  drafts.putAside(draft('older'));
  assert.deepEqual(new Drafts(one).load(), draft('x = "\ud800\u0000é"\r\n'));
  assert.deepEqual(new Drafts(one).earlier(), draft('older'));
});

test('full or forbidden storage is said once, and again after it worked in between', () => {
  const one = shelf();
  let trouble: Error | null = new Error('exceeded the quota');
  const drafts = new Drafts({
    ...one,
    setItem: (key, value) => {
      if (trouble !== null) throw trouble;
      one.setItem(key, value);
    },
  });
  assert.match(drafts.save(draft('a')) ?? '', /storage is full/);
  assert.equal(drafts.save(draft('b')), null);
  trouble = null;
  assert.equal(drafts.save(draft('c')), null);
  trouble = new Error('The operation is insecure');
  assert.match(drafts.save(draft('d')) ?? '', /does not let the page keep drafts/);
  drafts.putAside(draft('e'));
  assert.match(new Drafts(null).save(draft('a')) ?? '', /does not let/);
  assert.equal(new Drafts(null).load(), null);
});

test('what is not a draft is not taken for one', () => {
  const one = shelf();
  for (const bad of [
    '',
    '{',
    'null',
    '7',
    '{"text":1}',
    '{"text":"x"}',
    '{"text":"x","example":null,"settings":{"mode":"fast"}}',
  ]) {
    one.kept.set('simul.draft', bad);
    assert.equal(new Drafts(one).load(), null, bad);
  }
});
