// The server of ./play: what it hands out, what it refuses, and with which headers.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';

let folder, server;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'serve-'));
  const root = path.join(folder, 'dist');
  mkdirSync(root);
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(root, 'index.html'), '<p>page</p>');
  writeFileSync(path.join(root, 'simul.wasm'), new Uint8Array([0, 0x61, 0x73, 0x6d]));
  symlinkSync(folder, path.join(root, 'out'));
  server = await serve({ root, port: 0 });
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

// The path goes out as it is written: fetch() would tidy it up.
const get = (name, method = 'GET') => new Promise((resolve, reject) => {
  const asked = request({ host: '127.0.0.1', port: server.port, path: name, method, agent: false }, (response) => {
    let text = '';
    response.on('data', (part) => { text += part; });
    response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
  });
  asked.on('error', reject);
  asked.end();
});

test('the root is index.html, with the policy that forbids frames and eval, and is not cached', async () => {
  const { status, headers, text } = await get('/?a=1');
  assert.equal(status, 200);
  assert.equal(text, '<p>page</p>');
  assert.match(headers['content-type'], /^text\/html/);
  assert.match(headers['content-security-policy'], /frame-ancestors 'none'/);
  assert.match(headers['content-security-policy'], /script-src 'self' 'wasm-unsafe-eval';/);
  assert.equal(headers['cache-control'], 'no-store');
});

test('wasm has the type that streaming compilation wants', async () => {
  assert.equal((await get('/simul.wasm')).headers['content-type'], 'application/wasm');
});

test('nothing outside the root is handed out, however the path is written', async () => {
  for (const name of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/out/secret.txt', '/x/../../secret.txt', '/..\\secret.txt']) {
    const { status, text } = await get(name);
    assert.ok([400, 403, 404].includes(status), `${name} gave ${status}`);
    assert.ok(!text.includes('secret'), name);
  }
});

test('bad escapes, missing files and other methods get their own answers', async () => {
  assert.equal((await get('/%zz')).status, 400);
  assert.equal((await get('/%00')).status, 400);
  assert.equal((await get('/missing')).status, 404);
  assert.equal((await get('/', 'POST')).status, 405);
});

test('a port that is taken is an error when it was asked for', async () => {
  await assert.rejects(serve({ root: folder, port: server.port }), { code: 'EADDRINUSE' });
});

test('only this machine is listened to', () => {
  assert.equal(server.address, '127.0.0.1');
});
