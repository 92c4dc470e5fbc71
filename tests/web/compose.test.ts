// web/cards.ts and web/compose_panel.ts: which step a gesture has made, and how a number goes up and down.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockAt, type Block, type Cards, placeOfNews } from '../../web/cards.ts';
import { step } from '../../web/number_step.ts';

const block = (id: number, from: number, to: number, inner: Block[] = []): Block => ({
  id,
  kind: 'other',
  title: '',
  name: '',
  line: 1,
  from,
  to,
  slots: [],
  items: [],
  bodies: inner.length === 0 ? [] : [{ label: '', owner: id, body: 0, first: 0, coroutine: true, blocks: inner }],
  card: -1,
  fixed: false,
});

test('the step at a place is the innermost that holds it', () => {
  const cards: Cards = {
    parses: true,
    stamp: 1,
    blocks: 3,
    cards: [
      {
        name: '',
        parameters: '',
        coroutine: false,
        entry: false,
        line: 1,
        block: -1,
        body: { label: '', owner: -1, body: 0, first: 0, coroutine: false, blocks: [block(0, 0, 40, [block(1, 10, 20), block(2, 24, 40)])] },
      },
    ],
  };
  assert.equal(blockAt(cards, 12)?.block.id, 1);
  assert.equal(blockAt(cards, 20)?.block.id, 1);
  assert.equal(blockAt(cards, 22)?.block.id, 0);
  assert.equal(blockAt(cards, 90), null);
});

test('the news of a gesture is the longest text that came, in the text after all edits', () => {
  assert.equal(
    placeOfNews([
      { from: 0, to: 0, text: 'import asyncio\n' },
      { from: 10, to: 12, text: '\n    await asyncio.sleep(1.0)' },
    ]),
    15 + 10 + 5,
  );
  assert.equal(placeOfNews([{ from: 3, to: 9, text: '' }]), null);
});

test('numbers go by steps that a person would choose', () => {
  assert.equal(step('2.0', 1), '2.1');
  assert.equal(step('1.0', -1), '0.95');
  assert.equal(step('0.95', 1), '1.0');
  assert.equal(step('10.0', 1), '11.0');
  assert.equal(step('10.0', -1), '9.9');
  assert.equal(step('3', 1), '4');
  assert.equal(step('0', -1), '0');
  assert.equal(step('0.0', -1), '0.0');
  assert.equal(step('delay', 1), null);
});
