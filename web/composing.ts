// Every gesture of the page goes through here: it is asked of C++, comes back as edits, and becomes one transaction of the
// editor, so that its undo is the editor's own. What is refused is said in a sentence, and nothing has changed.

import type { Cards, Gesture, Offer, Outcome, Place, Proof, Refactoring, SliceOffers, StepSlice, Target, Wires } from './cards.ts';
import type { Editor } from './editor.ts';
import type { Program } from './program.ts';
import type { Simul } from './simul.ts';
import { applied, type Edit } from './text_edits.ts';

export class Composing {
  readonly #simul: Simul;
  readonly #program: Program;
  readonly #editor: Editor;
  readonly #say: (sentence: string) => void;
  readonly #done: (() => void)[] = [];

  constructor(simul: Simul, program: Program, editor: Editor, say: (sentence: string) => void) {
    this.#simul = simul;
    this.#program = program;
    this.#editor = editor;
    this.#say = say;
  }

  // After every gesture that changed the text.
  onDone(run: () => void): void {
    this.#done.push(run);
  }

  get text(): string {
    return this.#editor.text;
  }
  // Of the text of now.
  cards(): Cards {
    this.#program.flush();
    return this.#simul.cards();
  }
  offers(place: Place, onto = -1): Offer[] {
    return this.#simul.offers(JSON.stringify({ ...place, onto }));
  }
  targets(block: number): Target[] {
    return this.#simul.targets(block);
  }
  wires(block: number): Wires {
    return this.#simul.wires(block);
  }
  refactorings(block: number, name: { from: number; to: number } | null): Refactoring[] {
    this.#program.flush();
    return this.#simul.refactorings(JSON.stringify({ block, ...(name ?? {}) }));
  }
  // The slices that a step made, in the run or the forecast of the text of now.
  slices(block: number): StepSlice[] {
    this.#program.flush();
    return this.#simul.stepSlices(block);
  }
  sliceOffers(of: StepSlice): SliceOffers {
    return this.#simul.sliceOffers(of.task, of.slice);
  }

  // What a gesture would write. stamp: of the cards it was made on.
  ask(gesture: Gesture, stamp: number): Outcome {
    this.#program.flush();
    return this.#simul.gesture(JSON.stringify({ ...gesture, stamp }));
  }
  // Makes it. The edits that were made, or null when it was refused.
  make(gesture: Gesture, stamp: number): Edit[] | null {
    const outcome = this.ask(gesture, stamp);
    if (outcome.edits === undefined) {
      this.#say(outcome.refused ?? 'That cannot be done here.');
      return null;
    }
    return this.write(outcome.edits) ? outcome.edits : null;
  }
  // One transaction, and C++ has the new text after it.
  write(edits: readonly Edit[]): boolean {
    if (edits.length === 0) return true;
    if (!this.#editor.apply(edits)) {
      this.#say('The program has changed meanwhile, so nothing was written: look again, and repeat it.');
      return false;
    }
    const first = edits.reduce((least, edit) => Math.min(least, edit.from), Infinity);
    this.#editor.reveal(first);
    this.#program.flush();
    for (const run of this.#done) run();
    return true;
  }

  undo(): boolean {
    return this.#step(() => this.#editor.undo(), 'There is nothing to undo.');
  }
  redo(): boolean {
    return this.#step(() => this.#editor.redo(), 'There is nothing to redo.');
  }
  get steps(): { back: number; forward: number } {
    return this.#editor.steps;
  }
  #step(go: () => boolean, nothing: string): boolean {
    const went = go();
    if (went) this.#program.flush();
    else this.#say(nothing);
    return went;
  }

  // Both programs run on the virtual clock, and their output compared.
  prove(edits: readonly Edit[]): Proof {
    this.#program.flush();
    return this.#simul.proof(applied(this.#editor.text, edits));
  }
  goTo(offset: number): void {
    this.#editor.goTo(offset);
  }
  // Where the cursor is, and the name under it.
  get cursor(): number {
    return this.#editor.view.state.selection.main.head;
  }
  get nameAtCursor(): { from: number; to: number } | null {
    const { state } = this.#editor.view;
    const word = state.wordAt(state.selection.main.head);
    return word === null ? null : { from: word.from, to: word.to };
  }
}
