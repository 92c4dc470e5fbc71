// The card under the program while a call blocks the loop: which line, and the way out where there is an easy one.

import { button, byId, make } from './dom.ts';
import type { Editor } from './editor.ts';
import type { MarkerLine } from './simul.ts';

export class AdviceCard {
  readonly #editor: Editor;
  readonly #card = byId('advice', HTMLElement);
  #shown = '';

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  show(markers: readonly MarkerLine[]): void {
    const line = markers.find((marker) => marker.blocking);
    const held = line === undefined ? [] : markers.flatMap((marker) => (marker === line ? [] : marker.chips)).filter((chip) => chip.state === 'due');
    const names = held.map((chip) => chip.text.replace(/ due$/, ''));
    const key = line === undefined ? '' : `${line.line} ${names.join()}`;
    if (key === this.#shown) return;
    this.#shown = key;
    this.#card.hidden = line === undefined;
    if (line === undefined) return this.#card.replaceChildren();
    const words = make('div', 'words');
    words.append(make('strong', '', `Line ${line.line} blocks the event loop`), make('span', '', dueSentence(names)));
    this.#card.replaceChildren(words);
    const argument = /(?<!await )\btime\.sleep\((.*)\)/.exec(this.#editor.lineText(line.line) ?? '')?.[1];
    if (argument === undefined) return;
    const better = `await asyncio.sleep(${argument})`;
    const go = button(better, () => this.#editor.goToRunLine(line.line), 'code');
    go.title = 'What lets the others run meanwhile: click to go to the line';
    this.#card.append(go);
  }
}

function dueSentence(names: readonly string[]): string {
  if (names.length === 0) return 'Nobody else can run until it gives control back.';
  const all = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ').replace(/, ([^,]*)$/, ' and $1');
  return `${all} ${names.length === 1 ? 'is' : 'are'} due meanwhile.`;
}
