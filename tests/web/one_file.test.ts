// web/one_file.ts and web/qr.ts: what is written into a saved page, and the squares of a link.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import decodeQR from 'qr/decode.js';
import { filled } from '../../web/one_file.ts';
import { qrSquares } from '../../web/qr.ts';

const empty = '<meta name="simul-link" content="" />\n<meta name="simul-home" content="" />';

test('a saved page has its link and where it came from, and is otherwise the same', () => {
  assert.equal(
    filled(empty, '#2.t=1_5;k=3;w=0~1.ab-_c', 'https://x.example/simul/'),
    '<meta name="simul-link" content="#2.t=1_5;k=3;w=0~1.ab-_c" />\n<meta name="simul-home" content="https://x.example/simul/" />',
  );
  assert.equal(filled(empty, '#1.abc', ''), empty.replace('""', '"#1.abc"'));
});

test('nothing that could end an attribute gets into a saved page', () => {
  for (const link of ['#1."><script>', '1.abc', '#1.a b', "#1.'", '#1.<'])
    assert.throws(() => filled(empty, link, ''), /no link/, link);
  for (const home of ['https://x/"', 'https://x/<', 'a b']) assert.throws(() => filled(empty, '#1.a', home), /no link/, home);
});

test('a QR code is a square with a margin of four and three corners to find it by', () => {
  const squares = qrSquares('https://simul.example/#1.abc') as boolean[][];
  assert.ok(squares.length >= 21 + 8 && squares.every((row) => row.length === squares.length));
  const side = squares.length;
  for (let i = 0; i < side; i++)
    for (const [y, x] of [[0, i], [3, i], [i, 0], [i, 3], [side - 1, i], [i, side - 4]] as const) assert.equal(squares[y]?.[x], false);
  for (const [y, x] of [[4, 4], [4, side - 5], [side - 5, 4]] as const) assert.equal(squares[y]?.[x], true);
});

// As a camera sees it: five pixels a square.
function photo(squares: boolean[][]): { width: number; height: number; data: Uint8Array } {
  const side = squares.length * 5;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (squares[Math.floor(y / 5)]?.[Math.floor(x / 5)]) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return { width: side, height: side, data };
}

test('a code says its link again, short and long', () => {
  for (const length of [30, 266, 700, 1223, 1990]) {
    const link = 'https://simul.example/#1.'.padEnd(length, 'Ab3-_x9');
    assert.equal(decodeQR(photo(qrSquares(link) as boolean[][])), link, `${length}`);
  }
});

test('the longest link that has a code has one, and one more character has none', () => {
  assert.ok(qrSquares(`#1.${'a'.repeat(1997)}`));
  assert.equal(qrSquares(`#1.${'a'.repeat(1998)}`), null);
});
