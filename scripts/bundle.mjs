// bundle.mjs [--out DIR] [--module FILE] [--quiet] - makes the page's folder (default dist) and says what each file weighs.
//
// Beside index.html stand embed.html, the same page for a frame of another one; simul.html, the same as one file that opens
// from disk; and offline_worker.js, which knows the hash of every file.
//
// The module is build/web/simul.mjs with simul.wasm beside it. Colours come from src/ui/tokens.def, the gallery from
// examples/*.py, the fonts from the npm packages; nothing in the folder is fetched from elsewhere.
import { build, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeFonts } from './fonts.mjs';
import { readCourse } from './lesson_files.mjs';
import { likeBesideLike } from './order_functions.mjs';

const option = (name, usual) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : process.argv[at + 1];
};
const out = option('--out', 'dist');
const module = path.resolve(option('--module', 'build/web/simul.mjs'));
const wasm = module.replace(/\.mjs$/, '.wasm');
const library = path.join(path.dirname(module), 'library.txt');

// SIMUL_TOKEN(name, 0xdark, 0xlight, 0xcontrast), one a line.
export async function tokens() {
  const text = await readFile('src/ui/tokens.def', 'utf8');
  const found = [...text.matchAll(/^\s*SIMUL_TOKEN\(\s*(\w+)\s*,\s*0x([0-9a-f]{6})\s*,\s*0x([0-9a-f]{6})\s*,\s*0x([0-9a-f]{6})\s*\)/gim)];
  if (found.length < 10) throw new Error('src/ui/tokens.def: no SIMUL_TOKEN(name, 0xRRGGBB, 0xRRGGBB, 0xRRGGBB) lines found');
  return found.map(([, name, dark, light, contrast]) => ({
    name: name.replaceAll('_', '-'),
    dark: `#${dark}`,
    light: `#${light}`,
    contrast: `#${contrast}`,
  }));
}

async function tokenCss() {
  const table = await tokens();
  const set = (theme) =>
    `color-scheme:${theme === 'light' ? theme : 'dark'};` + table.map((token) => `--${token.name}:${token[theme]}`).join(';');
  return `:root{${set('dark')}}\n@media (prefers-color-scheme:light){:root:not([data-theme]){${set('light')}}}\n@media (prefers-contrast:more){:root:not([data-theme]){${set('contrast')}}}\n:root[data-theme=light]{${set('light')}}\n:root[data-theme=contrast]{${set('contrast')}}\n`;
}

// The header parser is TypeScript, so it goes through esbuild first.
async function gallery() {
  const built = await build({ entryPoints: ['web/gallery_header.ts'], bundle: true, write: false, format: 'esm' });
  const { parseExample } = await import(`data:text/javascript,${encodeURIComponent(built.outputFiles[0].text)}`);
  const files = (await readdir('examples')).filter((file) => file.endsWith('.py')).sort();
  return Promise.all(files.map(async (file) => parseExample(file, await readFile(`examples/${file}`, 'utf8'))));
}

// Lessons and puzzles with all they need, apart from the page's first load; see web/learn.ts.
export const course = {
  name: 'course',
  setup(one) {
    one.onResolve({ filter: /^simul-course$/ }, () => ({ path: 'course', namespace: 'course' }));
    one.onLoad({ filter: /.*/, namespace: 'course' }, async () => {
      const { code } = await transform(await readFile('web/lessons.css', 'utf8'), { loader: 'css', minify: true, target: 'firefox102' });
      const values = Object.entries({ ...(await readCourse()), look: code });
      return { contents: values.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n') };
    });
  },
};

const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

async function main() {
  for (const file of [module, wasm, library]) {
    await stat(file).catch(() => {
      throw new Error(
        `${path.relative('.', file)} is missing: build it first (cmake --build build/web --target simul_page)`,
      );
    });
  }
  const examples = await gallery();
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const virtual = {
    name: 'simul',
    setup(one) {
      one.onResolve({ filter: /^simul-module$/ }, () => ({ path: module }));
      one.onResolve({ filter: /^simul-lessons$/ }, () => ({ path: path.resolve('web/lessons.ts') }));
      one.onResolve({ filter: /^simul-gallery$/ }, () => ({ path: 'gallery', namespace: 'simul' }));
      one.onLoad({ filter: /.*/, namespace: 'simul' }, () => ({
        contents: `export const examples = ${JSON.stringify(examples)}`,
        loader: 'js',
      }));
    },
  };
  const script = {
    entryPoints: { app: 'web/main.ts' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    plugins: [virtual, course],
    logLevel: 'warning',
  };
  // What is imported when it is needed becomes a file of its own, named by its content.
  const { metafile } = await build({ ...script, outdir: out, splitting: true, chunkNames: '[name]-[hash]', metafile: true });
  const sheets = await Promise.all(['style', 'composing', 'phone', 'compare'].map((name) => readFile(`web/${name}.css`, 'utf8')));
  const css = (await tokenCss()) + sheets.join('');
  await build({
    stdin: { contents: css, loader: 'css', resolveDir: 'web' },
    outfile: `${out}/style.css`,
    bundle: true,
    minify: true,
    external: ['*.ttf'],
    logLevel: 'warning',
  });
  const html = await readFile('index.html', 'utf8');
  const first = escapeHtml(examples[0].code);
  const split = splitFiles(metafile);
  later = split.later;
  // All of the first load is asked for at once, and not one file when another one names it.
  const entry = '<script type="module" src="app.js"></script>';
  const ahead = split.first.filter((name) => name !== 'app.js').map((name) => `<link rel="modulepreload" href="${name}" />\n    `);
  const page = replaced(html, entry, ahead.join('') + entry).replace(/(<pre id="early">).*?(<\/pre>)/s, (_, open, close) => open + first + close);
  await writeFile(`${out}/index.html`, page);
  await writeFile(`${out}/embed.html`, replaced(page, '<html lang="en">', '<html lang="en" data-embed>'));
  await cp('web/early.js', `${out}/early.js`);
  await cp('web/logo.svg', `${out}/logo.svg`);
  await writeFile(`${out}/simul.wasm`, likeBesideLike(await readFile(wasm)));
  await cp(library, `${out}/library.txt`);
  await cp(await makeFonts(), `${out}/fonts`, { recursive: true });
  const whole = await build({ ...script, outdir: out, write: false });
  await writeFile(`${out}/simul.html`, await oneFile(page, whole.outputFiles[0].text));
  await writeFile(`${out}/offline_worker.js`, await offlineWorker());
  if (!process.argv.includes('--quiet')) await report();
}

let later = new Set(); // files that a first load does not fetch

function splitFiles(metafile) {
  const name = (file) => path.relative(out, file);
  const first = new Set();
  const follow = (file) => {
    if (first.has(file)) return;
    first.add(file);
    for (const one of metafile.outputs[file]?.imports ?? []) if (one.kind !== 'dynamic-import') follow(one.path);
  };
  follow(Object.keys(metafile.outputs).find((file) => name(file) === 'app.js'));
  const all = Object.keys(metafile.outputs);
  return { first: [...first].map(name), later: new Set(all.filter((file) => !first.has(file)).map(name)) };
}

function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`index.html lacks ${from}`);
  return text.replace(from, () => to);
}

// The page with everything in it. The policy allows exactly the scripts and the style that are there, and no network at all.
async function oneFile(page, app) {
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const safe = (text) => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const early = safe(await readFile('web/early.js', 'utf8'));
  const code = safe(app);
  // C++ gets the fonts as files, and web/stage.ts gives the same ones to the page.
  const fonts = (await readdir(`${out}/fonts`)).filter((name) => name.endsWith('.ttf'));
  const css = (await readFile(`${out}/style.css`, 'utf8')).replace(/@font-face\{[^}]*\}/g, '');
  const logo = (await readFile('web/logo.svg')).toString('base64');
  const parts = await Promise.all(
    ['simul.wasm', 'library.txt', ...fonts.map((name) => `fonts/${name}`)].map(async (name) => {
      const packed = gzipSync(await readFile(`${out}/${name}`), { level: 9 }).toString('base64');
      return `<script type="application/octet-stream" data-part="${name}">${packed}</script>\n`;
    }),
  );
  const policy =
    `default-src 'none'; script-src ${hash(early)} ${hash(code)} 'wasm-unsafe-eval'; style-src ${hash(css)}; ` +
    `img-src data: blob:; base-uri 'none'; form-action 'none'`;
  let html = page
    .replace(/<link rel="(?:module)?preload"[^>]*>\s*/g, '')
    .replace(/(http-equiv="Content-Security-Policy"\s+content=")[^"]*"/, (_, open) => `${open}${policy}"`);
  html = replaced(html, '<html lang="en">', '<html lang="en" data-one-file>');
  html = replaced(html, 'href="logo.svg"', `href="data:image/svg+xml;base64,${logo}"`);
  html = replaced(html, '<link rel="stylesheet" href="style.css" />', `<style>${css}</style>`);
  html = replaced(html, '<script src="early.js"></script>', `<script>${early}</script>`);
  html = replaced(html, '<script type="module" src="app.js"></script>', `<script type="module">${code}</script>`);
  const licence = escapeHtml(await readFile(`${out}/fonts/OFL.txt`, 'utf8'));
  html = replaced(
    html,
    '<a href="fonts/OFL.txt">Open Font License</a>.</p>',
    `Open Font License.</p>\n        <details><summary>The licence</summary><pre class="licence">${licence}</pre></details>`,
  );
  return replaced(html, '  </body>', `${parts.join('')}  </body>`);
}

// Everything but the one file, which holds all of it again.
async function offlineWorker() {
  const hashes = {};
  for (const name of (await readdir(out, { recursive: true })).sort()) {
    const file = path.join(out, name);
    if (!(await stat(file)).isFile() || name === 'simul.html') continue;
    hashes[name.split(path.sep).join('/')] = createHash('sha256').update(await readFile(file)).digest('hex');
  }
  const files = JSON.stringify(hashes);
  const version = createHash('sha256').update(files).digest('hex').slice(0, 16);
  const worker = await readFile('web/offline_worker.js', 'utf8');
  return replaced(replaced(worker, '__VERSION__', version), '__FILES__', files);
}

async function report() {
  let raw = 0;
  let packed = 0;
  const row = (name, bytes, gzip) =>
    console.log(`  ${name.padEnd(30)} ${String(bytes).padStart(9)} ${String(gzip).padStart(9)}`);
  row('file', 'bytes', 'gzip');
  for (const name of (await readdir(out, { recursive: true })).sort()) {
    const file = path.join(out, name);
    if (!(await stat(file)).isFile()) continue;
    const bytes = await readFile(file);
    const gzip = gzipSync(bytes, { level: 9 }).length;
    row(name, bytes.length, gzip);
    // The licence, the lessons and dialogs, on a click; the library and the worker, after the first frame; the other two pages
    // never.
    const other = ['embed.html', 'simul.html', 'offline_worker.js'].includes(name);
    if (name.endsWith('.txt') || later.has(name) || other) continue;
    raw += bytes.length;
    packed += gzip;
  }
  row('first load', raw, packed);
  if (packed > 1024 * 1024)
    console.log(
      `  That is ${Math.round(packed / 1024 - 1024)} KB more than the 1 MB gzipped that a first load should have.`,
    );
}

if (process.argv[1]?.endsWith('bundle.mjs')) {
  try {
    await main();
  } catch (error) {
    console.error(`bundle: ${error.message}`);
    process.exit(1);
  }
}
