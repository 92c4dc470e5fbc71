// look.mjs BUILD OUT: pictures of the canvas alone, in real Chromium, of the scenes in tests/support/scenes.hpp.
//
// Prints for each picture how many milliseconds of the main thread a frame takes.
import { createServer } from 'node:http';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

const [build, out] = process.argv.slice(2);
const only = process.argv[4] ?? '';
await mkdir(out, { recursive: true });
const types = { '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html', '.ttf': 'font/ttf' };
const server = createServer(async (request, response) => {
  const name = new URL(request.url, 'http://x').pathname;
  const file = name === '/' ? 'tests/canvas/look.html' : name.startsWith('/fonts/') ? `build${name}` : path.join(build, name);
  try {
    const body = await readFile(file);
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'text/plain' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0);
const address = `http://127.0.0.1:${server.address().port}/`;

// name, width, height, ratio, dark, scene, time, phase, script
const shots = [
  ['loop-dark-1x', 994, 852, 1, 1, 0, 1.25, 2],
  ['loop-light-1x', 994, 852, 1, 0, 0, 1.25, 2],
  ['loop-dark-2x', 994, 852, 2, 1, 0, 1.25, 2],
  ['loop-light-1.5x', 994, 852, 1.5, 0, 0, 1.25, 2],
  ['before-dark', 994, 852, 1, 1, 1, 0, 0],
  ['before-light', 994, 852, 1, 0, 1, 0, 0],
  ['workers-dark', 994, 852, 1, 1, 1, 1.2, 1],
  ['ended-light', 994, 852, 1, 0, 0, 2.0, 4],
  ['small-dark', 680, 552, 1, 1, 0, 1.25, 2],
  ['phone-light-2x', 390, 640, 2, 0, 0, 1.25, 2],
  ['phone-dark-2x', 390, 640, 2, 1, 0, 1.25, 2],
  ['hover-dark', 994, 852, 1, 1, 0, 1.25, 2, 'hover'],
  ['selected-dark', 994, 852, 1, 1, 0, 2.0, 4, 'select'],
  ['back-light', 994, 852, 1, 0, 0, 2.0, 4, 'back'],
  ['focus-dark', 994, 852, 1, 1, 0, 1.25, 2, 'focus'],
];

for (const ratio of new Set(shots.map((shot) => shot[3]))) {
  const wanted = shots.filter((shot) => shot[3] === ratio && shot[0].includes(only));
  if (wanted.length === 0) continue;
  const browser = await puppeteer.launch({
    executablePath: '/usr/bin/chromium', headless: true, defaultViewport: null,
    args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--use-angle=swiftshader', `--force-device-scale-factor=${ratio}`],
  });
  const page = await browser.newPage();
  page.on('console', (message) => console.log('page:', message.text()));
  page.on('pageerror', (error) => console.log('page:', error.message));
  await page.goto(address);
  await page.evaluate(async () => {
    const make = (await import('/simul_scenes.mjs')).default;
    const m = (window.m = await make());
    for (const [role, name] of ['inter-400', 'inter-500', 'inter-600', 'jetbrains-mono-400', 'jetbrains-mono-500'].entries()) {
      const bytes = new Uint8Array(await (await fetch(`/fonts/${name}.ttf`)).arrayBuffer());
      const at = m._malloc(bytes.length);
      m.HEAPU8.set(bytes, at);
      m._scene_font(role, at, bytes.length);
    }
    if (!m._scene_gl()) throw new Error('no WebGL2');
    window.key = (name, mods) => m._scene_key(m.stringToNewUTF8(name), mods);
  });
  for (const [name, width, height, , dark, scene, time, phase, script] of wanted) {
    const session = await page.createCDPSession();
    await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: ratio, mobile: false });
    const ms = await page.evaluate((width, height, ratio, dark, scene, time, phase, script) => {
      const canvas = document.getElementById('canvas');
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      m._scene_size(canvas.width, canvas.height, ratio, dark);
      m._scene_pointer(3, 0, 0);
      m._scene_show(scene, time, phase);
      let asked = 0;
      const draw = () => { for (asked = 1; m._scene_frame() && asked < 20; ++asked); };
      draw();
      if (script === 'hover') m._scene_pointer(0, 600, 230);
      if (script === 'select') { m._scene_pointer(1, 560, 230); draw(); m._scene_pointer(2, 560, 230); draw(); m._scene_pointer(3, 0, 0); }
      if (script === 'back') { m._scene_pointer(1, 620, 60); draw(); m._scene_pointer(2, 620, 60); draw(); m._scene_pointer(3, 0, 0); }
      if (script === 'focus') for (let i = 0; i < 12; ++i) key('Tab', 0), draw();
      draw();
      const begin = performance.now();
      for (let i = 0; i < 100; ++i) m._scene_frame();
      const each = (performance.now() - begin) / 100;
      return [each, asked, m._scene_frame()];
    }, width, height, ratio, dark, scene, time, phase, script);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => { m._scene_frame(); requestAnimationFrame(done); })));
    await page.screenshot({ path: path.join(out, `${name}.png`) });
    console.log(name, `${ms[0].toFixed(2)} ms a frame, settled after ${ms[1]}, wants another: ${ms[2]}`);
    await session.detach();
  }
  await browser.close();
}
server.close();
