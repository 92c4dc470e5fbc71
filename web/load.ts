// Fetches and starts the WebAssembly module. A sentence in its place when that fails.

import create from 'simul-module';
import { inOneFile, part } from './parts.ts';
import type { Simul } from './simul.ts';
import { WasmSimul } from './wasm_simul.ts';

export async function loadSimul(): Promise<Simul | string> {
  try {
    const module = await create({
      ...(inOneFile ? { wasmBinary: await part('simul.wasm') } : {}),
      locateFile: (name) => new URL(name, document.baseURI).href,
      printErr: (line) => console.error(line),
      onAbort: (what) => console.error('the module stopped', what),
    });
    return new WasmSimul(module);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return typeof WebAssembly === 'undefined'
      ? 'This browser has no WebAssembly, which Simul’s event loop is made of. You can still read, edit and share the program here.'
      : `The event loop did not load (${why.slice(0, 200)}). Reload the page to try again; you can still edit and share the program.`;
  }
}
