// Reads lessons/*.md and puzzles/*.md with the page's own parser (TypeScript, so it goes through esbuild first), and hands out
// the page's own judge. For scripts/bundle.mjs and tests/lessons.
import { build } from 'esbuild';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export async function lessonKit() {
  const contents = ['lesson_format', 'lesson_checks', 'lesson_run'].map((name) => `export * from './web/${name}.ts';`).join('\n');
  const outfile = path.resolve(`build/lesson_kit.${process.pid}.mjs`);
  await build({ stdin: { contents, resolveDir: '.' }, bundle: true, outfile, format: 'esm', logLevel: 'warning' });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile);
  }
}

async function readAll(folder, parse) {
  const files = (await readdir(folder)).filter((file) => /^\d.*\.md$/.test(file)).sort();
  return Promise.all(files.map(async (file) => parse(file, await readFile(`${folder}/${file}`, 'utf8'))));
}

export async function readCourse() {
  const { parseLesson, parsePuzzle } = await lessonKit();
  return { lessons: await readAll('lessons', parseLesson), puzzles: await readAll('puzzles', parsePuzzle) };
}
