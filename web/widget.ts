// Something small that stands in the editor's text without being part of it: an element made of words.

import { WidgetType } from '@codemirror/view';

export class Widget extends WidgetType {
  readonly #words: string;
  readonly #draw: (words: string) => HTMLElement;
  readonly #takes: boolean;

  // draw: a function that is always the same one, so that equal words are known to look equal. takes: the editor shall see
  // what a pointer does on it.
  constructor(words: string, draw: (words: string) => HTMLElement, takes = true) {
    super();
    this.#words = words;
    this.#draw = draw;
    this.#takes = takes;
  }
  override eq(other: Widget): boolean {
    return other.#words === this.#words && other.#draw === this.#draw;
  }
  override toDOM(): HTMLElement {
    return this.#draw(this.#words);
  }
  override ignoreEvent(): boolean {
    return !this.#takes;
  }
}
