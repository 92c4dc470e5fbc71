// test_ts.mjs - the page's unit tests (tests/web/*.test.ts) and the scripts' (tests/scripts/*.test.mjs) under node's own runner.
// TypeScript is bundled first, so that node 18 will do. Ends with "N passed, N failed".
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const out = 'build/ts-tests';
const names = (folder, end) => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith(end)).map((name) => path.join(folder, name));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const typescript = names('tests/web', '.test.ts');
if (typescript.length > 0) {
  await build({
    entryPoints: typescript, outdir: out, outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm',
    target: 'node18', sourcemap: 'inline', logLevel: 'warning',
    // Some packages bundled as ESM still call require().
    banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
  });
}
const tests = [...readdirSync(out).filter((name) => name.endsWith('.mjs')).map((name) => path.join(out, name)), ...names('tests/scripts', '.test.mjs')];
const tap = path.join(out, 'result.tap');
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', '--test-reporter-destination=stdout',
  '--test-reporter=tap', `--test-reporter-destination=${tap}`, ...tests], { stdio: ['ignore', 'inherit', 'inherit'] });
const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(existsSync(tap) ? readFileSync(tap, 'utf8') : '')?.[1] ?? 0);
const passed = count('pass');
const failed = count('fail') + count('cancelled');
console.log(`${passed} passed, ${failed === 0 && status !== 0 ? 1 : failed} failed`);
process.exit(status === 0 && passed > 0 ? 0 : 1);
