// Gestures on the canvas that write: while one goes on, what it would change is shown in the text; when the hand lets go it
// becomes one transaction, and when it is taken back nothing was there. The document never holds what is only tried.

import { byId, make } from './dom.ts';
import type { Editor } from './editor.ts';
import type { Program } from './program.ts';
import type { Runner } from './runner.ts';
import { Change } from './simul.ts';

export interface GesturesOwner {
  say(sentence: string): void;
  // One was written.
  wrote(): void;
  // Brings the program into view, if it is not.
  frame(): void;
}

export class Gestures {
  readonly #runner: Runner;
  readonly #editor: Editor;
  readonly #program: Program;
  readonly #owner: GesturesOwner;
  readonly #card = byId('pending', HTMLElement);
  #edits = ''; // that are shown, with the gesture and the text that they are of
  #shown = ''; // the gesture, and the place in the text that was brought into view for it

  constructor(runner: Runner, editor: Editor, program: Program, owner: GesturesOwner) {
    this.#runner = runner;
    this.#editor = editor;
    this.#program = program;
    this.#owner = owner;
    runner.on(Change.pending, () => this.#tell());
    // Wherever the focus is: the canvas's own Escape comes first, and then there is nothing to cancel.
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || this.#card.hidden) return;
      event.preventDefault();
      this.#cancel();
    });
  }

  // The text was typed into, or Escape was pressed in it.
  cancel(): void {
    // The editor is in the middle of an update.
    setTimeout(() => this.#cancel());
  }
  #cancel(): void {
    this.#runner.simul.cancel_gesture();
    this.#runner.after();
    this.#owner.frame();
  }

  #tell(): void {
    const { simul } = this.#runner;
    const pending = simul.pending();
    const current = this.#program.has(pending.revision);
    if (pending.phase === 'pending') {
      if (!current) return this.cancel();
      // Its sentence changes more often than its edits, and these cost an update of the text.
      const edits = `${pending.number} ${pending.revision} ${JSON.stringify(pending.edits)}`;
      if (this.#edits !== edits) this.#editor.showPending(pending.edits);
      this.#edits = edits;
      const edit = pending.edits[0];
      // A hand that goes on to another card writes in another place: the text goes along.
      const place = `${pending.number} ${edit?.from}`;
      if (edit !== undefined && this.#shown !== place) {
        this.#shown = place;
        this.#editor.reveal(edit.from);
      }
      this.#show(pending.title, pending.refusal ?? pending.sentence, pending.refusal === null ? pending.consequence : '');
      return;
    }
    this.#editor.showPending([]);
    this.#edits = '';
    this.#card.hidden = true;
    if (pending.phase === 'cancel') {
      simul.pending_done(false);
      if (pending.refusal !== null) this.#owner.say(pending.refusal);
    } else if (pending.phase === 'commit') {
      const made = current && this.#editor.apply(pending.edits);
      simul.pending_done(made);
      if (made) {
        this.#program.flush();
        this.#owner.wrote();
      } else this.#owner.say('The program has changed meanwhile, so nothing was written: look again, and repeat it.');
    } else return;
    this.#runner.after();
    this.#owner.frame();
  }

  #show(title: string, sentence: string, consequence: string): void {
    this.#card.hidden = false;
    const words = [title, sentence, consequence];
    const now = [...this.#card.children].map((one) => one.textContent);
    if (words.join('\n') === now.join('\n')) return;
    this.#card.replaceChildren(make('strong', '', title), make('span', '', sentence), make('em', '', consequence));
  }
}
