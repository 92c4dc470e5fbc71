// web/stops.ts: the conditions under which a run stands still, as the bridge reads them and as people do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asLines, inWords } from '../../web/stops.ts';

test('every condition is one line; a task without a name is any task', () => {
  const states = [
    { state: 'failed', task: '' },
    { state: 'ready', task: 'worker 3' },
  ];
  assert.deepEqual(asLines({ states, blocked: 0.05 }), ['state failed', 'state ready worker 3', 'blocked 0.05']);
  assert.deepEqual(asLines({ states: [], blocked: null }), []);
});

test('people read who becomes what', () => {
  assert.equal(inWords({ state: 'failed', task: '' }), 'any task becomes failed');
  assert.equal(inWords({ state: 'ready', task: 'A' }), 'A becomes ready');
});
