import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Library } from '../../web/library.ts';

function told() {
  const said: string[] = [];
  const owner = {
    arrived: (text: Uint8Array) => void said.push(`arrived ${text.length}`),
    failed: (why: string) => void said.push(`failed: ${why}`),
    awaited: () => void said.push('awaited'),
  };
  return { said, owner };
}

test('the file is fetched once, however often it is wanted', async () => {
  const { said, owner } = told();
  let fetched = 0;
  const library = new Library(owner, async () => (fetched++, new TextEncoder().encode('abc')));
  await Promise.all([library.want(), library.want()]);
  await library.want();
  assert.equal(fetched, 1);
  assert.deepEqual(said, ['arrived 3']);
});

test('after a failure the next run tries again, and says so before it', async () => {
  const { said, owner } = told();
  const answers = [() => Promise.reject(new Error('offline')), () => Promise.reject(new Error('the server said 404')), async () => new TextEncoder().encode('abc')];
  const library = new Library(owner, () => (answers.shift() as () => Promise<Uint8Array<ArrayBuffer>>)());
  await library.want();
  await library.want();
  await library.want();
  assert.deepEqual(said, ['failed: offline', 'awaited', 'failed: the server said 404', 'awaited', 'arrived 3']);
});
