// Simul as one file that opens from disk, with a scenario in it. It is the same for everybody but for one line: the link.

import { inOneFile, part } from './parts.ts';

// As scripts/bundle.mjs writes it.
const kPlace = '<meta name="simul-link" content="" />';
const kHome = '<meta name="simul-home" content="" />';

// The page as it came, before anything in it changed; of a page that is one file.
let pristine: string | null = null;
export function keepPristine(): void {
  if (inOneFile) pristine = document.documentElement.outerHTML;
}

const content = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

// The link that a file was saved with, as a fragment; empty where there is none.
export const savedLink = (): string => content('simul-link');

// Where this page can be reached by others, without a fragment; null for a file that nobody else has.
export function home(): string | null {
  if (location.protocol !== 'file:') return new URL('.', location.href.split('#')[0]).href;
  return /^https?:\/\/[^\s"<>]+$/.test(content('simul-home')) ? content('simul-home') : null;
}

// The whole file, with this link in it.
export async function oneFile(link: string): Promise<string> {
  const empty = pristine === null ? new TextDecoder().decode(await part('simul.html')) : unfilled(pristine);
  if (!empty.includes(kPlace)) throw new Error('simul.html is not what it should be');
  return filled(empty, link, home() ?? '');
}

// Neither of the two can hold a quote or a pointed bracket.
export function filled(empty: string, link: string, address: string): string {
  if (!/^#[\w.;=~-]*$/.test(link) || !/^[^\s"<>]*$/.test(address)) throw new Error('no link');
  return empty
    .replace(kPlace, () => kPlace.replace('""', `"${link}"`))
    .replace(kHome, () => kHome.replace('""', `"${address}"`));
}

// outerHTML writes an empty element without its slash, and the doctype not at all.
function unfilled(html: string): string {
  const bare = html
    .replace(/<meta name="simul-link" content="[^"]*">/, kPlace)
    .replace(/<meta name="simul-home" content="[^"]*">/, kHome);
  return `<!doctype html>\n${bare}\n`;
}
