// A page within another one: which of its parts are seen, what may be done, and what the other page may say to it.
//
// The letters of a link's x, in any order; those that are unknown are left out:
//   c program, w timeline, o output (none of them: all three)   r read-only   s hidden until clicked   p starts by itself
//   d dark, l light (neither: as the reader's page)
// docs/embed.md says the same to people.

export interface EmbedOptions {
  code: boolean;
  watch: boolean;
  output: boolean;
  readOnly: boolean;
  spoiler: boolean;
  playsByItself: boolean;
  theme: 'dark' | 'light' | null;
}

export const isEmbedded = typeof document !== 'undefined' && document.documentElement.dataset['embed'] !== undefined;

export function readOptions(letters: string): EmbedOptions {
  const has = (letter: string): boolean => letters.includes(letter);
  const all = !has('c') && !has('w') && !has('o');
  return {
    code: all || has('c'),
    watch: all || has('w'),
    output: all || has('o'),
    readOnly: has('r'),
    spoiler: has('s'),
    playsByItself: has('p'),
    theme: has('d') ? 'dark' : has('l') ? 'light' : null,
  };
}

export function writeOptions(options: EmbedOptions): string {
  const all = options.code && options.watch && options.output;
  return [
    !all && options.code ? 'c' : '',
    !all && options.watch ? 'w' : '',
    !all && options.output ? 'o' : '',
    options.readOnly ? 'r' : '',
    options.spoiler ? 's' : '',
    options.playsByItself ? 'p' : '',
    options.theme === null ? '' : options.theme.slice(0, 1),
  ].join('');
}

// The element to copy. No style attribute: a strict policy of the page around would refuse it.
export function snippet(address: string, title: string, height: number): string {
  const quoted = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="${height}" frameborder="0" loading="lazy" allow="clipboard-write"></iframe>`;
}
