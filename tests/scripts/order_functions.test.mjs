// The order of a module's functions: what they call, export and keep in tables is what it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likeBesideLike } from '../../scripts/order_functions.mjs';
import { readModule, reordered } from '../../scripts/wasm_functions.mjs';

const section = (id, ...bytes) => [id, bytes.length, ...bytes];
// () -> i32: seven; twice (calls seven twice); and one that calls the table's first. `log` is imported and calls no one.
const bytes = Uint8Array.from([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  ...section(1, 2, 0x60, 0, 1, 0x7f, 0x60, 1, 0x7f, 0),
  ...section(2, 1, 1, 0x6d, 3, 0x6c, 0x6f, 0x67, 0, 1),
  ...section(3, 4, 0, 0, 0, 1),
  ...section(4, 1, 0x70, 0, 2),
  ...section(7, 4, 1, 0x61, 0, 1, 1, 0x62, 0, 2, 1, 0x63, 0, 3, 1, 0x64, 0, 4),
  ...section(9, 1, 0, 0x41, 0, 0x0b, 2, 2, 1),
  ...section(10, 4,
    4, 0, 0x41, 7, 0x0b,
    7, 0, 0x10, 1, 0x10, 1, 0x6a, 0x0b,
    7, 0, 0x41, 0, 0x11, 0, 0, 0x0b,
    6, 0, 0x20, 0, 0x10, 0, 0x0b),
]);

async function answers(module) {
  const said = [];
  const { instance } = await WebAssembly.instantiate(module, { m: { log: (value) => said.push(value) } });
  const { a, b, c, d } = instance.exports;
  d(5);
  return [a(), b(), c(), ...said];
}

test('a module is read', () => {
  const { imported, functions } = readModule(bytes);
  assert.equal(imported, 1);
  assert.deepEqual(functions.map(({ type }) => type), [0, 0, 0, 1]);
  assert.deepEqual(functions.map(({ named }) => named.map(({ which }) => which)), [[], [1, 1], [], [0]]);
});

test('its functions in any order do the same', async () => {
  const module = readModule(bytes);
  for (const order of [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]]) {
    assert.deepEqual(await answers(reordered(module, order)), [7, 14, 14, 5]);
  }
  assert.deepEqual(reordered(module, [0, 1, 2, 3]), bytes);
});

test('like beside like does the same', async () => {
  assert.deepEqual(await answers(likeBesideLike(bytes)), [7, 14, 14, 5]);
});

test('an instruction that nobody knows is an error', () => {
  const wrong = bytes.slice();
  wrong[wrong.length - 3] = 0xfd;
  assert.throws(() => readModule(wrong), /unknown instruction|within an instruction/);
});
