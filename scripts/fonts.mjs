// fonts.mjs [OUT] - the page's five fonts, cut down to the characters it needs (default OUT: build/fonts).
//
// From the npm packages that package-lock.json pins. TrueType with outlines for C++ to draw on the canvas, and for the
// page's own text; the licence goes along, as it asks. Does nothing when OUT is newer than the lock file and this script.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { realpathSync } from 'node:fs';

const fonts = {
  'inter-400.ttf': '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  'inter-500.ttf': '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf',
  'inter-600.ttf': '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'jetbrains-mono-400.ttf': '@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
  'jetbrains-mono-500.ttf': '@expo-google-fonts/jetbrains-mono/500Medium/JetBrainsMono_500Medium.ttf',
};

// Latin-1 and Latin Extended-A: the names and messages people write in European languages. Then marks, arrows, signs.
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const characters = range(0x20, 0x7e) + range(0xa0, 0x17f) +
  '\u2009\u200a\u202f\u2010\u2011\u2012–—‘’‚“”„†•…‰‹›€™−×÷≈≠≤≥∞√∑∂∆π←↑→↓↔↕↗↘↵▲▶►▼◀◄●○■□▪◆◇✓✕✗⌘⌥⇧\ufffd';

// Numbers on the canvas and the clock: nothing else is set in it.
const numbers = range(0x20, 0x7e) + '\u202f\u2212·×–…';

const mtime = async (file) => (await stat(file).catch(() => null))?.mtimeMs ?? 0;

export async function makeFonts(out = 'build/fonts') {
  const inputs = Math.max(await mtime('package-lock.json'), await mtime(new URL(import.meta.url)));
  const done = path.join(out, 'OFL.txt');  // written last
  if (await mtime(done) > inputs) return out;
  const { default: subset } = await import('subset-font');
  await mkdir(out, { recursive: true });
  for (const [name, source] of Object.entries(fonts)) {
    const whole = await readFile(path.join('node_modules', source));
    // Without the layout closure: no alternate shapes, which nothing here switches on.
    await writeFile(path.join(out, name), await subset(whole, name === 'jetbrains-mono-500.ttf' ? numbers : characters, { targetFormat: 'truetype', noLayoutClosure: true }));
  }
  const licences = ['inter', 'jetbrains-mono'].map((font) => readFile(`node_modules/@expo-google-fonts/${font}/LICENSE_FONT`, 'utf8'));
  await writeFile(done, 'The fonts in this folder are subsets of Inter and JetBrains Mono.\n\n' + (await Promise.all(licences)).join('\n\n'));
  return out;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) await makeFonts(process.argv[2]);
