// The card under the program while a call blocks the loop: which line, and the way out where there is an easy one, which is
// one edit that undo takes back.

import { button, byId, make } from './dom.ts';
import type { Editor } from './editor.ts';
import type { MarkerLine } from './simul.ts';

export class AdviceCard {
  readonly #editor: Editor;
  readonly #card = byId('advice', HTMLElement);
  #shown = '';
  #mended = new Map<number, string>(); // lines of the run, and what the card wrote into them

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  runBegins(): void {
    this.#mended.clear();
  }

  show(markers: readonly MarkerLine[]): void {
    // A line that was mended goes on blocking until it is over, and others become due meanwhile: nothing that is left to be done.
    const line = markers.find((marker) => marker.blocking && !this.#isMended(marker.line));
    const held =
      line === undefined
        ? []
        : markers.flatMap((marker) => (marker === line ? [] : marker.chips)).filter((chip) => chip.state === 'due');
    const names = held.map((chip) => chip.text.replace(/ due$/, ''));
    const key = line === undefined ? '' : `${line.line} ${names.join()}`;
    if (key === this.#shown) return;
    this.#shown = key;
    this.#card.hidden = line === undefined;
    if (line === undefined) return this.#card.replaceChildren();
    const words = make('div', 'words');
    words.append(make('strong', '', `Line ${line.line} blocks the event loop`), make('span', '', dueSentence(names)));
    this.#card.replaceChildren(words);
    const better = this.#better(line.line);
    if (better === null) return;
    const mend = button(better.trim(), () => {
      this.#mended.set(line.line, better);
      this.#editor.replaceRunLine(line.line, better);
      this.show(markers);
    });
    mend.title = `Write this into line ${line.line}, so that the others run meanwhile`;
    this.#card.append(mend);
  }

  // Undo makes it what it was.
  #isMended(line: number): boolean {
    const written = this.#mended.get(line);
    return written !== undefined && this.#editor.lineText(line) === written;
  }

  // The line with the sleep that gives way, where it may stand: in an async function, with asyncio imported.
  #better(line: number): string | null {
    const text = this.#editor.lineText(line);
    if (text === null || !/^\s*time\.sleep\(.*\)/.test(text) || !/^import (.*, *)?asyncio\b/m.test(this.#editor.text))
      return null;
    const indent = text.search(/\S/);
    for (let up = line - 1; up > 0; up--) {
      const above = this.#editor.lineText(up) ?? '';
      if (/^\s*(async\s+)?def\b/.test(above) && above.search(/\S/) < indent) {
        return /^\s*async\s/.test(above) ? text.replace('time.sleep', 'await asyncio.sleep') : null;
      }
    }
    return null;
  }
}

function dueSentence(names: readonly string[]): string {
  if (names.length === 0) return 'Nobody else can run until it gives control back.';
  const all =
    names.length > 4
      ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
      : names.join(', ').replace(/, ([^,]*)$/, ' and $1');
  return `${all} ${names.length === 1 ? 'is' : 'are'} due meanwhile.`;
}
