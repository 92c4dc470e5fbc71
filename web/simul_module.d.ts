// What Emscripten's module gives the page; scripts/bundle.mjs puts build/web/simul.mjs in the place of this name.
declare module 'simul-module' {
  import type { Module } from './simul.ts';
  export default function create(options: {
    locateFile: (name: string) => string;
    printErr: (line: string) => void;
    onAbort: (what: unknown) => void;
  }): Promise<Module>;
}

// The gallery, made from examples/*.py by scripts/bundle.mjs, in the order of their file names.
declare module 'simul-gallery' {
  import type { Example } from './gallery_header.ts';
  export const examples: readonly Example[];
}
