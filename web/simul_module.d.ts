// What Emscripten's module gives the page; scripts/bundle.mjs puts build/web/simul.mjs in the place of this name.
declare module 'simul-module' {
  import type { Module } from './simul.ts';
  export default function create(options: {
    locateFile: (name: string) => string;
    printErr: (line: string) => void;
    onAbort: (what: unknown) => void;
    wasmBinary?: Uint8Array;
  }): Promise<Module>;
}

// The gallery, made from examples/*.py by scripts/bundle.mjs, in the order of their file names.
declare module 'simul-gallery' {
  import type { Example } from './gallery_header.ts';
  export const examples: readonly Example[];
}

// Lessons and puzzles: a file of its own beside the page's, from web/lessons.ts.
declare module 'simul-lessons' {
  export { openCourse } from './lessons.ts';
}
// What it is made with: the files of lessons/ and puzzles/, read, and web/lessons.css as text.
declare module 'simul-course' {
  import type { Lesson, Puzzle } from './lesson_format.ts';
  export const lessons: readonly Lesson[];
  export const puzzles: readonly Puzzle[];
  export const look: string;
}
