// The Share dialog: copies the link, shows its length and its QR code, says so when it is too long for a chat or for a link,
// and makes the element that puts the program into another page. Loaded when it is first opened.

import { download } from './dialogs.ts';
import { byId, seconds, setText } from './dom.ts';
import { type EmbedOptions, snippet, writeOptions } from './embed.ts';
import { home, oneFile } from './one_file.ts';
import { encode, kChatLength, kLongest, type Scenario } from './share.ts';
import { qrCode } from './qr.ts';

export interface Shared {
  scenario: Scenario; // with the moment and the look, if there is one to share
  title: string;
  chosen: boolean; // somebody looks at a moment other than now
  picture(): string; // an SVG file of the run, or empty
}

const kPicture = 24_000; // characters of an SVG file; a larger one does not go along
const kHeight = 480;

export class ShareDialog {
  readonly #dialog = byId('share', HTMLDialogElement);
  readonly #link = byId('share-link', HTMLInputElement);
  readonly #text = byId('share-text', HTMLElement);
  readonly #copy = byId('share-copy', HTMLButtonElement);
  readonly #moment = byId('share-moment', HTMLInputElement);
  readonly #qr = byId('share-qr', HTMLElement);
  readonly #snippet = byId('embed-snippet', HTMLTextAreaElement);
  readonly #embed = byId('embed', HTMLDetailsElement);
  #shared: Shared | null = null;

  constructor() {
    this.#copy.addEventListener('click', () => void this.#copyLink());
    byId('share-file', HTMLButtonElement).addEventListener('click', () => {
      if (this.#shared !== null) download(`${this.#name}.py`, 'text/x-python', this.#shared.scenario.text);
    });
    byId('share-page', HTMLButtonElement).addEventListener('click', () => void this.#savePage());
    this.#moment.addEventListener('change', () => void this.#show());
    this.#embed.addEventListener('toggle', () => void this.#showSnippet());
    for (const one of this.#embed.querySelectorAll('input, select'))
      one.addEventListener('change', () => void this.#showSnippet());
    byId('embed-copy', HTMLButtonElement).addEventListener('click', () => void this.#copySnippet());
  }

  async open(shared: Shared): Promise<void> {
    this.#shared = shared;
    const moment = shared.scenario.moment ?? null;
    byId('share-moment-row', HTMLElement).hidden = moment === null;
    this.#moment.checked = moment !== null && shared.chosen;
    setText(byId('share-time', HTMLElement), `${seconds(moment?.timeS ?? 0)} s`);
    this.#embed.hidden = home() === null;
    this.#dialog.showModal();
    if (await this.#show()) await this.#copyLink();
  }

  get #name(): string {
    return this.#shared?.scenario.example ?? 'program';
  }
  get #scenario(): Scenario {
    const { moment, look, ...plain } = (this.#shared as Shared).scenario;
    return this.#moment.checked && moment ? { ...plain, moment, ...(look ? { look } : {}) } : plain;
  }

  // False: there is no link to copy.
  async #show(): Promise<boolean> {
    const address = home();
    const link = (address ?? '') + (await encode(this.#scenario));
    const fits = link.length <= kLongest && address !== null;
    this.#link.value = fits ? link : '';
    this.#link.hidden = !fits;
    this.#copy.hidden = !fits;
    const code = fits ? qrCode(link) : null;
    this.#qr.hidden = code === null;
    this.#qr.classList.toggle('dense', link.length > 500);
    this.#qr.replaceChildren(...(code === null ? [] : [code]));
    if (this.#embed.open) await this.#showSnippet();
    if (address === null) {
      setText(
        this.#text,
        'This page is a file of its own, so there is no address for a link: save it with your program in it, and send the file.',
      );
      return false;
    }
    if (!fits) {
      setText(
        this.#text,
        `This program would make a link of ${count(link)} characters, and ${kLongest.toLocaleString('en')} is the most that travels safely. Save it as a file, or as a page that opens from disk, and send that.`,
      );
      return false;
    }
    this.#link.focus();
    this.#link.setSelectionRange(0, link.length, 'backward');
    this.#link.scrollLeft = 0;
    this.#say(false);
    return true;
  }

  #say(copied: boolean): void {
    const link = this.#link.value;
    const first = copied
      ? `Copied: a link of ${count(link)} characters.`
      : `A link of ${count(link)} characters: copy it with Ctrl+C.`;
    const warning =
      link.length > kChatLength
        ? ' Some chats cut messages at 2,000: send it by mail, or save it as a file or as a page.'
        : '';
    setText(this.#text, first + warning);
  }

  async #copyLink(): Promise<void> {
    this.#say(await copied(this.#link.value));
  }

  async #savePage(): Promise<void> {
    try {
      download(`${this.#name}.html`, 'text/html', await oneFile(await encode(this.#scenario)));
    } catch (error) {
      setText(this.#text, `The page could not be made (${why(error)}). The file with the program still can.`);
    }
  }

  async #showSnippet(): Promise<void> {
    const address = home();
    if (this.#shared === null || address === null || !this.#embed.open) return;
    const drawn = this.#shared.picture();
    const picture = drawn.length <= kPicture ? drawn : '';
    const link = await encode(this.#scenario, { embed: writeOptions(this.#options), picture });
    this.#snippet.value = snippet(
      `${new URL('embed.html', address).href}${link}`,
      `${this.#shared.title}, runs in Simul`,
      kHeight,
    );
    setText(
      byId('embed-text', HTMLElement),
      picture === ''
        ? 'Run it first, and the element also has its picture, for browsers without WebAssembly.'
        : 'With its picture, for browsers without WebAssembly.',
    );
  }

  get #options(): EmbedOptions {
    const on = (id: string): boolean => byId(`embed-${id}`, HTMLInputElement).checked;
    const theme = byId('embed-theme', HTMLSelectElement).value;
    return {
      code: on('code'),
      watch: on('watch'),
      output: on('output'),
      readOnly: on('read-only'),
      spoiler: on('spoiler'),
      playsByItself: on('plays'),
      theme: theme === 'dark' || theme === 'light' ? theme : null,
    };
  }

  async #copySnippet(): Promise<void> {
    const said = (await copied(this.#snippet.value)) ? 'Copied.' : 'Select it and copy it with Ctrl+C.';
    setText(byId('embed-text', HTMLElement), said);
  }
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const count = (link: string): string => link.length.toLocaleString('en');
const why = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 100) : 'no reason given');
