// The canvas: sharp at every ratio, and the same picture as last time. The clock is frozen, so a picture is a fact.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { limit, sleep } from './browser.mjs';
import { highPanel, openScene, panels, scenes, settled } from './scenes.mjs';

// Two PNG files; compared tile by tile, so that a label that moved counts and grain all over does not.
// Answers how many pixels of the worst tile of 16 x 16 differ by more than 48 of 255 in a channel.
async function worstTile(page, a, b) {
  const tab = await page.context.newPage();
  try {
    return await tab.evaluate(
      async (one, other) => {
        const pixels = async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        };
        const [p, q] = [await pixels(one), await pixels(other)];
        if (p.width !== q.width || p.height !== q.height)
          return { size: `${p.width}x${p.height} and not ${q.width}x${q.height}` };
        const columns = Math.ceil(p.width / 16);
        const tiles = new Map();
        for (let at = 0; at < p.data.length; at += 4) {
          const far = Math.max(...[0, 1, 2].map((n) => Math.abs(p.data[at + n] - q.data[at + n])));
          if (far <= 48) continue;
          const x = (at / 4) % p.width;
          const y = Math.floor(at / 4 / p.width);
          const tile = Math.floor(y / 16) * columns + Math.floor(x / 16);
          tiles.set(tile, (tiles.get(tile) ?? 0) + 1);
        }
        const [tile, count] = [...tiles].sort((s, t) => t[1] - s[1])[0] ?? [0, 0];
        return { count, x: (tile % columns) * 16, y: Math.floor(tile / columns) * 16 };
      },
      a.toString('base64'),
      b.toString('base64'),
    );
  } finally {
    await tab.close();
  }
}

async function picture(page) {
  await settled(page);
  return Buffer.from(await page.tab.$('#canvas').then((canvas) => canvas.screenshot()));
}

// Both themes in one page: a scene is run once.
const goldens = [...scenes, ...panels].flatMap(({ name, ...scene }) =>
  [1, 2].map((ratio) => ({
    name: `golden picture: ${name ?? scene.example} at ${ratio}x`,
    open: name ? { theme: 'dark', ratio, width: 1280, height: 760, before: highPanel } : { theme: 'dark', ratio, width: 1160, height: 640 },
    async run(page, { bless, note }) {
      await openScene(page, scene);
      for (const theme of ['dark', 'light']) {
        await page.tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
        const now = await picture(page);
        const file = `tests/browser/golden/${name ?? scene.example}-${theme}-${ratio}x.png`;
        if (bless) {
          mkdirSync('tests/browser/golden', { recursive: true });
          writeFileSync(file, now);
          note(`written: ${file}, ${now.length} bytes`);
          continue;
        }
        assert.ok(existsSync(file), `${file} is missing: --bless makes it`);
        const worst = await worstTile(page, now, readFileSync(file));
        assert.equal(worst.size, undefined);
        if (worst.count > 16) writeFileSync(`build/${name ?? scene.example}-${theme}-${ratio}x.png`, now);
        assert.ok(
          worst.count <= 16,
          `${theme} differs most at ${worst.x}, ${worst.y}: ${worst.count} pixels of one tile; what was drawn is in build/`,
        );
      }
    },
  })),
);

export const tests = [
  ...goldens,
  {
    name: 'the comparison of pictures sees a label that moved by two pixels',
    open: { theme: 'dark', width: 1160, height: 640 },
    async run(page) {
      await openScene(page, scenes[0]);
      const now = await picture(page);
      const items = await page.items();
      assert.ok(items.length > 3);
      const moved = await page.tab
        .evaluate(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          context.drawImage(image, 0, 80, 120, 120, 2, 80, 120, 120); // the names of the first tracks
          const blob = await canvas.convertToBlob({ type: 'image/png' });
          return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer()).subarray(0)).toString());
        }, now.toString('base64'))
        .catch(() => null);
      assert.ok(moved !== null);
      const worst = await worstTile(page, now, Buffer.from(moved, 'base64'));
      assert.ok(worst.count > 16, `only ${worst.count} pixels`);
    },
  },
  {
    name: 'the canvas has one pixel for each of the screen’s, and follows a resize',
    open: { ratio: 2 },
    async run(page) {
      const sizes = () =>
        page.tab.evaluate(() => {
          const canvas = document.querySelector('#canvas');
          const box = canvas.getBoundingClientRect();
          return [
            canvas.width,
            canvas.height,
            Math.round(box.width * devicePixelRatio),
            Math.round(box.height * devicePixelRatio),
          ];
        });
      const same = async () => {
        const end = Date.now() + limit(3000);
        for (;;) {
          const [width, height, wanted, high] = await sizes();
          if (Math.abs(width - wanted) <= 1 && Math.abs(height - high) <= 1) return;
          assert.ok(Date.now() < end, `${width}x${height} for ${wanted}x${high}`);
          await sleep(50);
        }
      };
      await same();
      await page.tab.setViewport({ width: 1500, height: 900, deviceScaleFactor: 2 });
      await sleep(300);
      await same();
      await page.tab.focus('#split-columns');
      await page.press('ArrowRight');
      await page.press('ArrowRight');
      await sleep(200);
      await same();
    },
  },
];
