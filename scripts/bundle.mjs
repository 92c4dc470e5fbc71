// bundle.mjs [--out DIR] [--module FILE] [--quiet] - makes the page's folder (default dist) and says what each file weighs.
//
// The module is build/web/simul.mjs with simul.wasm beside it. Colours come from src/ui/tokens.def, the gallery from
// examples/*.py, the fonts from the npm packages; nothing in the folder is fetched from elsewhere.
import { build, transform } from 'esbuild';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeFonts } from './fonts.mjs';
import { readCourse } from './lesson_files.mjs';

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
      const { code } = await transform(await readFile('web/lessons.css', 'utf8'), { loader: 'css', minify: true });
      const values = Object.entries({ ...(await readCourse()), look: code });
      return { contents: values.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n') };
    });
  },
};
function lessonFile(folder) {
  return build({
    entryPoints: { lessons: 'web/lessons.ts' },
    outdir: folder,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    plugins: [course],
    logLevel: 'warning',
  });
}

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
      one.onResolve({ filter: /^simul-lessons$/ }, () => ({ path: './lessons.js', external: true }));
      one.onResolve({ filter: /^simul-gallery$/ }, () => ({ path: 'gallery', namespace: 'simul' }));
      one.onLoad({ filter: /.*/, namespace: 'simul' }, () => ({
        contents: `export const examples = ${JSON.stringify(examples)}`,
        loader: 'js',
      }));
    },
  };
  await build({
    entryPoints: { app: 'web/main.ts' },
    outdir: out,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    plugins: [virtual],
    logLevel: 'warning',
  });
  await lessonFile(out);
  const css = (await tokenCss()) + (await readFile('web/style.css', 'utf8'));
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
  await writeFile(
    `${out}/index.html`,
    html.replace(/(<pre id="early">).*?(<\/pre>)/s, (_, open, close) => open + first + close),
  );
  await cp('web/early.js', `${out}/early.js`);
  await cp('web/logo.svg', `${out}/logo.svg`);
  await cp(wasm, `${out}/simul.wasm`);
  await cp(library, `${out}/library.txt`);
  await cp(await makeFonts(), `${out}/fonts`, { recursive: true });
  if (!process.argv.includes('--quiet')) await report();
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
    // The licence, on a click; the library, after the first frame; the lessons, when somebody wants to learn.
    if (name.endsWith('.txt') || name === 'lessons.js') continue;
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
