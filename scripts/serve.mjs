// serve.mjs [--root DIR] [--port N] - serves the built page to this machine only.
//
// Without --port: 8000, or the next free one. Files below the root and nothing else; the same security headers as a
// real host should send, so that what works here works there. Nothing is cached: a rebuilt page shows on reload.
import { createServer } from 'node:http';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8', '.json': 'application/json', '.map': 'application/json',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon',
  '.ttf': 'font/ttf', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8', '.py': 'text/plain; charset=utf-8',
};

export const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
    "img-src 'self' data: blob:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

// The page that is made to stand in frames of others.
const framed = { ...headers, 'Content-Security-Policy': headers['Content-Security-Policy'].replace("frame-ancestors 'none'", 'frame-ancestors *') };

// The file that a request's path names, or a status code: 400, 403 or 404.
async function find(root, url) {
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/)[0]);
  } catch {
    return 400;
  }
  if (!name.startsWith('/') || name.includes('\0') || name.includes('\\')) return 400;
  try {
    let file = await realpath(path.join(root, name));
    if ((await stat(file)).isDirectory()) file = await realpath(path.join(file, 'index.html'));
    return file.startsWith(root + path.sep) ? file : 403;
  } catch {
    return 404;
  }
}

// Resolves to { url, address, port, close() }. port 0: any free one; undefined: the first free one from 8000.
export async function serve({ root, port }) {
  const base = await realpath(root);
  const server = createServer(async (request, response) => {
    const refuse = (status, text) => {
      response.writeHead(status, { ...headers, 'Content-Type': 'text/plain' });
      response.end(text + '\n');
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'only GET');
    const file = await find(base, request.url ?? '/');
    if (typeof file === 'number') return refuse(file, 'no such file');
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...(path.basename(file) === 'embed.html' ? framed : headers), 'Content-Type': type });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file).on('error', () => response.destroy()).pipe(response);
  });
  const listen = (at) => new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, '127.0.0.1', () => { server.off('error', reject); resolve(); });
  });
  for (let at = port ?? 8000; ; at++) {
    try {
      await listen(at);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port !== undefined || at >= 8100) throw error;
    }
  }
  const { address, port: bound } = server.address();
  return {
    address,
    port: bound,
    url: `http://localhost:${bound}/`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections?.(); }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(await realpath(process.argv[1])).href) {
  const option = (name) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? undefined : process.argv[at + 1];
  };
  const wanted = option('--port');
  if (wanted !== undefined && !(/^\d+$/.test(wanted) && Number(wanted) < 65536)) {
    console.error(`--port wants a number from 0 to 65535, not ${JSON.stringify(wanted)}`);
    process.exit(2);
  }
  try {
    const { url } = await serve({ root: option('--root') ?? 'dist', port: wanted === undefined ? undefined : Number(wanted) });
    console.log(`\n  Simul is ready:  ${url}\n\n  Open it in a browser. Ctrl+C here ends it.\n`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `Port ${wanted} is taken: choose another with --port N, or leave --port out.`
      : `Cannot serve: ${error.message}`);
    process.exit(1);
  }
}
