// The Files panel: the folder in memory that open() works on, as the run has it. A file can be looked at, saved, and put there
// for the runs to come. The tab stands there only where a program has to do with files.

import { button, byId, make, plural } from './dom.ts';
import { download } from './dialogs.ts';
import type { FolderFile, Simul } from './simul.ts';

const kHome = '/home/simul/';
const kMost = 5_000_000; // bytes of a file that is put there: the program's memory is 256 MB
const kOpens = /\b(open|Path|listdir|remove|rename|NamedTemporaryFile)\s*\(/;

const shortName = (name: string): string => (name.startsWith(kHome) ? name.slice(kHome.length) : name);
const sizeOf = (bytes: number): string =>
  bytes < 1000 ? plural(bytes, 'byte') : bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

export interface FilesOwner {
  text(): string;
  say(sentence: string): void;
  // The folder of the next run is another one.
  changed(): void;
}

export class FilesPanel {
  readonly #simul: Simul;
  readonly #owner: FilesOwner;
  readonly #tab = byId('tab-files', HTMLElement);
  readonly #panel = byId('panel-files', HTMLElement);
  readonly #list = byId('files', HTMLElement);
  readonly #none = byId('files-none', HTMLElement);
  readonly #put = byId('files-put', HTMLInputElement);
  #shown = '';
  #open = ''; // the file whose text is shown

  constructor(simul: Simul, owner: FilesOwner) {
    this.#simul = simul;
    this.#owner = owner;
    byId('files-add', HTMLElement).addEventListener('click', () => this.#put.click());
    this.#put.addEventListener('change', () => void this.#take());
  }

  // The text, or the run, is another one.
  update(): void {
    const files = this.#simul.files();
    this.#tab.hidden = files.length === 0 && !kOpens.test(this.#owner.text()) && this.#tab.ariaSelected !== 'true';
    if (this.#panel.hidden) return;
    const now = JSON.stringify([files, this.#open]);
    if (now === this.#shown) return;
    this.#shown = now;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['does'] : undefined;
    this.#list.hidden = files.length === 0;
    this.#none.hidden = files.length > 0;
    this.#list.replaceChildren(...files.map((file) => this.#row(file)));
    if (focused !== undefined)
      this.#list.querySelector<HTMLElement>(`[data-does=${CSS.escape(focused)}]`)?.focus();
  }

  #row(file: FolderFile): HTMLElement {
    const row = make('li');
    const name = shortName(file.name);
    const open = this.#open === file.name;
    const look = button(name, () => {
      this.#open = open ? '' : file.name;
      this.update();
    }, 'name');
    look.setAttribute('aria-expanded', String(open));
    look.dataset['does'] = `look ${file.name}`;
    const keep = button('Save', () => download(name.slice(name.lastIndexOf('/') + 1), 'application/octet-stream', this.#simul.file(file.name)), 'plain');
    keep.setAttribute('aria-label', `Save ${name} to this computer`);
    row.append(look, make('span', 'size', sizeOf(file.size)));
    if (file.given) {
      const gone = button('Remove', () => {
        this.#simul.put_file(file.name, null);
        this.#owner.changed();
        this.update();
      }, 'plain');
      gone.setAttribute('aria-label', `Remove ${name} from the folder of the runs to come`);
      row.append(make('span', 'given', 'put here'), gone);
    }
    row.append(keep);
    if (open) {
      const text = make('pre', '', file.text ?? 'Not a text: save it to look at it.');
      text.tabIndex = 0;
      text.setAttribute('aria-label', `What ${name} holds`);
      row.append(text);
      if (file.text !== null && new Blob([file.text]).size < file.size)
        row.append(make('p', 'note', 'Only the beginning is shown.'));
    }
    return row;
  }

  async #take(): Promise<void> {
    const file = this.#put.files?.[0];
    this.#put.value = '';
    if (file === undefined) return;
    if (file.size > kMost) return this.#owner.say(`${file.name} is larger than ${sizeOf(kMost)}: too large for the folder.`);
    const content = new Uint8Array(await file.arrayBuffer());
    if (!this.#simul.put_file(kHome + file.name.replaceAll('/', '_'), content)) return this.#owner.say('There is no memory for this file.');
    this.#owner.say(`${file.name} is in the folder of the runs to come. It is not part of a link.`);
    this.#owner.changed();
    this.update();
  }
}
