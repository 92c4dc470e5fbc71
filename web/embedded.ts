// The page inside another page: shows what the link asks for, tells the page around what happens, and does what that page
// asks (embed_messages.ts). Only the page right around it is heard, and it can do no more than a person here could.

import { button, byId, make } from './dom.ts';
import { type EmbedMessage, type EmbedState, readMessage } from './embed_messages.ts';
import type { EmbedOptions } from './embed.ts';
import type { OutputChunk, State } from './simul.ts';

// What of the page it needs once the module runs.
export interface EmbeddedPage {
  state(): State;
  output(from: number): OutputChunk;
  run(): void;
  runAtOnce(): void;
  pause(): void;
  resume(): void;
  stop(): void;
  seek(timeS: number): void;
  picture(): string;
}

const noModule = 'this browser has no WebAssembly';

export class Embedded {
  readonly #options: EmbedOptions;
  readonly #text: { read(): string; load(text: string): void };
  #page: EmbeddedPage | null = null;
  #spoiler: HTMLButtonElement | null = null;
  #from = 0;
  #told = '';
  #onReveal: () => void = () => undefined;

  constructor(options: EmbedOptions, text: { read(): string; load(text: string): void }) {
    this.#options = options;
    this.#text = text;
    const root = document.documentElement;
    if (options.theme !== null) root.dataset['theme'] = options.theme;
    for (const name of ['code', 'watch', 'output'] as const) root.classList.toggle(`no-${name}`, !options[name]);
    root.classList.toggle('read-only', options.readOnly);
    if (options.spoiler) this.#hide();
    addEventListener('message', (event) => {
      if (event.source !== parent || parent === window) return;
      const message = readMessage(event.data);
      if (message !== null) this.#answer(message);
    });
  }

  // Where the same program opens as a page of its own; asked for when somebody is about to go there.
  leadTo(address: () => Promise<string>): void {
    const link = byId('open-whole', HTMLAnchorElement);
    const update = (): void => void address().then((to) => (link.href = to));
    for (const event of ['pointerenter', 'focus', 'pointerdown']) link.addEventListener(event, update);
    update();
    link.hidden = false;
  }
  get firstPane(): 'code' | 'watch' | 'output' {
    return this.#options.code ? 'code' : this.#options.watch ? 'watch' : 'output';
  }
  // Run when nothing is hidden (any more).
  whenSeen(run: () => void): void {
    if (this.#spoiler === null) run();
    else this.#onReveal = run;
  }

  // null: there is no WebAssembly; picture: what the link brought in its place.
  ready(page: EmbeddedPage | null, picture: string | null): void {
    this.#page = page;
    if (page === null && picture?.startsWith('<svg') === true) this.#showPicture(picture);
    this.#tell({ simul: 1, event: 'ready', runs: page !== null });
  }
  // Something of the run is new.
  changed(): void {
    if (this.#page === null) return;
    const state = stateOf(this.#page.state());
    const words = JSON.stringify({ ...state, time_s: 0 });
    const chunk = this.#page.output(this.#from);
    if (chunk.total < this.#from) this.#from = 0;
    const lines = chunk.from === this.#from ? chunk.lines : this.#page.output(this.#from).lines;
    const open = lines.at(-1)?.open === true;
    const closed = open ? lines.slice(0, -1) : lines;
    if (closed.length > 0) {
      const told = closed.map((line) => ({ time_s: line.t, text: line.text, stream: line.stream }));
      this.#tell({ simul: 1, event: 'output', from: this.#from, lines: told });
      this.#from += closed.length;
    }
    if (words !== this.#told) {
      this.#told = words;
      this.#tell({ simul: 1, event: 'state', state });
    }
  }
  // Another run: its output is told from the beginning.
  begins(): void {
    this.#from = 0;
  }

  #answer(message: NonNullable<ReturnType<typeof readMessage>>): void {
    let value: string | EmbedState | null = null;
    let why: string | null = null;
    const page = this.#page;
    if (message.do === 'text') value = this.#text.read();
    else if (message.do === 'load') this.#text.load(message.text);
    else if (message.do === 'reveal') this.#reveal();
    else if (page === null) why = noModule;
    else if (message.do === 'state') value = stateOf(page.state());
    else if (message.do === 'output') value = page.output(0).lines.map((line) => line.text).join('\n');
    else if (message.do === 'picture') value = page.picture();
    else if (message.do === 'seek') page.seek(message.time_s);
    else page[message.do]();
    if (message.id === undefined) return;
    const head = { simul: 1, event: 'answer', id: message.id } as const;
    this.#tell(why === null ? { ...head, ok: true, value } : { ...head, ok: false, why });
  }

  // The page around brought the link and may know all that is here; it has no origin that could be named beforehand.
  #tell(message: EmbedMessage): void {
    if (parent !== window) parent.postMessage(message, '*');
  }

  #hide(): void {
    document.documentElement.classList.add('spoiled');
    this.#spoiler = button('Show what happens', () => this.#reveal(), 'primary');
    this.#spoiler.id = 'spoiler';
    byId(this.#options.watch ? 'stage' : 'console', HTMLElement).append(this.#spoiler);
  }
  #reveal(): void {
    if (this.#spoiler === null) return;
    this.#spoiler.remove();
    this.#spoiler = null;
    document.documentElement.classList.remove('spoiled');
    this.#onReveal();
  }

  // In a picture element an SVG file can run nothing and fetch nothing.
  #showPicture(svg: string): void {
    const picture = make('img');
    picture.id = 'still';
    picture.alt = 'The timeline of this program';
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    picture.addEventListener('error', () => picture.remove());
    byId('stage', HTMLElement).append(picture);
  }
}

function stateOf({ state, status, time_s, end_s, sentence }: State): EmbedState {
  return { state, status, time_s, end_s, sentence };
}
