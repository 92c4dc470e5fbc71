// The page's own files: fetched from its folder, or, where the whole page is one file, unpacked from it.
//
// In one file (scripts/bundle.mjs makes simul.html) each part is a data block of base64 and gzip under its name.

export const inOneFile = typeof document !== 'undefined' && document.documentElement.dataset['oneFile'] !== undefined;

// Rejects with a few words when it cannot be had.
export async function part(name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (inOneFile) return inlined(name);
  const answer = await fetch(new URL(name, document.baseURI));
  if (!answer.ok) throw new Error(`the server said ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function inlined(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const block = document.querySelector(`script[data-part="${CSS.escape(name)}"]`);
  if (block === null) throw new Error(`this file lacks ${name}`);
  const packed = Uint8Array.from(atob(block.textContent ?? ''), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
