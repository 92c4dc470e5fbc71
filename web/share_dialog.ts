// The Share button: copies the link, shows it and its length, and says so when it is too long for a chat or for a link.

import { byId, setText } from './dom.ts';
import { download } from './dialogs.ts';
import { encode, kChatLength, kLongest, type Scenario } from './share.ts';

export class ShareDialog {
  readonly #dialog = byId('share', HTMLDialogElement);
  readonly #link = byId('share-link', HTMLInputElement);
  readonly #text = byId('share-text', HTMLElement);
  readonly #copy = byId('share-copy', HTMLButtonElement);
  #scenario: Scenario | null = null;

  constructor() {
    this.#copy.addEventListener('click', () => void this.#copyLink());
    byId('share-file', HTMLButtonElement).addEventListener('click', () => {
      if (this.#scenario !== null)
        download(`${this.#scenario.example ?? 'program'}.py`, 'text/x-python', this.#scenario.text);
    });
  }

  async open(scenario: Scenario): Promise<void> {
    this.#scenario = scenario;
    const link = location.origin + location.pathname + (await encode(scenario));
    const fits = link.length <= kLongest;
    this.#link.value = fits ? link : '';
    this.#link.hidden = !fits;
    this.#copy.hidden = !fits;
    this.#dialog.showModal();
    if (!fits) {
      setText(
        this.#text,
        `This program would make a link of ${count(link)} characters, and ${kLongest.toLocaleString('en')} is the most that travels safely. Save it as a file and send that.`,
      );
      return;
    }
    this.#link.focus();
    this.#link.setSelectionRange(0, link.length, 'backward');
    this.#link.scrollLeft = 0;
    await this.#copyLink();
  }

  async #copyLink(): Promise<void> {
    const link = this.#link.value;
    let copied = true;
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      copied = false;
    }
    const first = copied
      ? `Copied: a link of ${count(link)} characters.`
      : `A link of ${count(link)} characters: copy it with Ctrl+C.`;
    const warning = link.length > kChatLength ? ' Some chats cut messages at 2,000: a mail or a page is safer.' : '';
    setText(this.#text, first + warning);
  }
}

const count = (link: string): string => link.length.toLocaleString('en');
