// The way of the text from the editor to C++, and of the diagnostics back: at once while it is small, after a pause when a
// keystroke would otherwise cost a frame, and always before a run.

import type { Editor } from './editor.ts';
import type { Problems } from './problems.ts';
import type { Runner } from './runner.ts';
import type { Diagnostic } from './simul.ts';
import { spoiled, textProblems } from './source_text.ts';

const kSmall = 50_000;
const kPause = 250;
const noMemory: Diagnostic = {
  type: 'MemoryError',
  message: 'there is no memory for a program of this size',
  line: 1,
  from: 0,
  to: 0,
  severity: 'error',
};

export class Program {
  readonly #runner: Runner;
  readonly #editor: Editor;
  readonly #problems: Problems;
  #revision = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #size = Infinity;
  #own: Diagnostic[] = [];
  #quiet = false;

  constructor(runner: Runner, editor: Editor, problems: Problems) {
    this.#runner = runner;
    this.#editor = editor;
    this.#problems = problems;
  }

  // The text changed; loaded: it is another program, and no edit of the one before.
  edited(loaded: boolean): void {
    this.#revision++;
    if (loaded) this.#runner.simul.another_program();
    if (this.#timer !== null) clearTimeout(this.#timer);
    // A microtask would come in the middle of an editor update.
    this.#timer = setTimeout(() => this.flush(), this.#size > kSmall ? kPause : 0);
  }

  // Is this the revision of the text of now, and does C++ have it?
  has(revision: number): boolean {
    return this.#timer === null && revision === this.#revision;
  }

  // C++ has the text of now after this. True: it can run.
  flush(): boolean {
    if (this.#timer !== null || this.#revision === 0) {
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#timer = null;
      this.#hand();
    }
    return this.#problems.errors === 0;
  }

  // Nothing is underlined in the editor for now.
  hush(quiet: boolean): void {
    if (this.#quiet === quiet) return;
    this.#quiet = quiet;
    this.diagnose();
  }

  #hand(): void {
    const text = this.#editor.text;
    this.#size = text.length;
    this.#own = textProblems(text);
    if (!this.#runner.setSource(this.#own.length === 0 ? text : spoiled(text), this.#revision)) this.#own = [noMemory];
    this.diagnose();
  }

  // C++ has something to say about the text it has.
  diagnose(): void {
    const answer = this.#runner.simul.diagnostics();
    if (answer.revision !== this.#revision || this.#timer !== null) return;
    const items = this.#own.length > 0 ? this.#own : answer.items;
    this.#problems.show(items);
    this.#editor.showDiagnostics(this.#quiet ? [] : items);
  }
}
