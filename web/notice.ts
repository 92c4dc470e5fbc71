// One sentence to the person, at the foot of the page: what happened, and the way out as a button.

import { button, byId, make } from './dom.ts';

export interface WayOut {
  text: string;
  press: () => void;
}

export class Notice {
  readonly #box = byId('notice', HTMLElement);
  #timer: ReturnType<typeof setTimeout> | null = null;

  // Stays until it is closed, or for `seconds`.
  say(sentence: string, ways: readonly WayOut[] = [], seconds: number | null = null): void {
    const buttons = ways.map((way) => button(way.text, () => (this.close(), way.press())));
    const close = button('×', () => this.close(), 'plain');
    close.setAttribute('aria-label', 'Close this message');
    this.#box.replaceChildren(make('span', '', sentence), ...buttons, close);
    this.#box.hidden = false;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = seconds === null ? null : setTimeout(() => this.close(), seconds * 1000);
  }

  close(): void {
    const had = this.#box.contains(document.activeElement);
    this.#box.hidden = true;
    this.#box.replaceChildren();
    if (had) byId('editor', HTMLElement).shadowRoot?.querySelector<HTMLElement>('.cm-content')?.focus();
  }
}
