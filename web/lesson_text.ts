// A lesson's words as elements: paragraphs, `code` in them, and a program to read. Text goes in as text only.

import { make } from './dom.ts';

export function inline(element: HTMLElement, text: string): HTMLElement {
  text.split('`').forEach((piece, n) => {
    const parts = n % 2 === 1 ? [make('code', '', piece)] : emphasis(piece);
    element.append(...parts);
  });
  return element;
}
function emphasis(text: string): (string | HTMLElement)[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (/^\*\*.+\*\*$/.test(piece)) return make('strong', '', piece.slice(2, -2));
      return /^\*.+\*$/.test(piece) ? make('em', '', piece.slice(1, -1)) : piece;
    });
}

export function paragraphs(text: string): HTMLElement[] {
  return text.split(/\n\n+/).map((block) => {
    const apart = block.startsWith('>');
    const words = block.replace(/^> ?/gm, '').replace(/\s+/g, ' ').trim();
    return inline(make('p', apart ? 'apart' : ''), words);
  });
}

const kPiece =
  /(#.*)|([frb]{0,2}"(?:[^"\\\n]|\\.)*"|[frb]{0,2}'(?:[^'\\\n]|\\.)*')|\b(async|await|def|return|import|from|for|in|with|if|else|elif|while|try|except|finally|raise|class|yield|as|not|and|or|None|True|False|pass|break|continue|lambda|global|nonlocal)\b|\b(\d[\d_.]*)\b|([A-Za-z_]\w*)(?=\()/g;
const kKinds = ['note', 'string', 'word', 'number', 'call'];

// The program as it stands in the editor, for a phone, where the editor is on another pane.
export function program(source: string): HTMLElement {
  const code = source.replace(/\n{3,}/g, '\n\n'); // a phone is small
  const box = make('pre', 'program');
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', 'The program');
  let at = 0;
  for (const found of code.trimEnd().matchAll(kPiece)) {
    box.append(code.slice(at, found.index));
    const kind = kKinds[found.slice(1).findIndex((group) => group !== undefined)] ?? '';
    box.append(make('span', kind, found[0]));
    at = (found.index ?? 0) + found[0].length;
  }
  box.append(code.slice(at).trimEnd());
  return box;
}
