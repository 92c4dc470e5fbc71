// The named commands that change how a program does the same thing: each with what it would write, why it is refused where
// it would change the meaning, and what both programs print when they are run.

import { blockAt, type Cards, type Gesture, type Refactoring, standing } from './cards.ts';
import type { Composing } from './composing.ts';
import { button, byId, make, setText } from './dom.ts';
import { Throttle } from './throttle.ts';
import { diff, type Edit } from './text_edits.ts';

const kUsual: Record<Refactoring['parameter'], string> = { none: '', seconds: '1.0', count: '2', name: '' };
const kLabel: Record<Refactoring['parameter'], string> = {
  none: '',
  seconds: 'Seconds',
  count: 'How many at once',
  name: 'New name',
};

export class RefactorDialog {
  readonly #composing: Composing;
  readonly #done: () => void;
  readonly #dialog = byId('refactor', HTMLDialogElement);
  readonly #about = byId('refactor-about', HTMLElement);
  readonly #list = byId('refactor-list', HTMLElement);
  readonly #diff = byId('refactor-diff', HTMLElement);
  readonly #why = byId('refactor-why', HTMLElement);
  readonly #proof = byId('refactor-proof', HTMLElement);
  readonly #parameter = byId('refactor-parameter', HTMLInputElement);
  readonly #label = byId('refactor-label', HTMLElement);
  readonly #apply = byId('refactor-apply', HTMLButtonElement);
  readonly #later = new Throttle(150, () => this.#preview());
  #cards: Cards | null = null;
  #block = -1;
  #name: { from: number; to: number } | null = null;
  #all: Refactoring[] = [];
  #chosen: Refactoring | null = null;
  #edits: Edit[] = [];

  // done: one was made.
  constructor(composing: Composing, done: () => void) {
    this.#composing = composing;
    this.#done = done;
    this.#parameter.addEventListener('input', () => this.#later.request());
    this.#list.addEventListener('keydown', (event) => this.#key(event));
    byId('refactor-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#make();
    });
  }

  get settled(): boolean {
    return !this.#later.pending;
  }

  // block: what it is about; -1: the step at the cursor.
  open(block: number): void {
    const cards = this.#composing.cards();
    this.#cards = cards;
    const at = block >= 0 ? standing(cards, block) : blockAt(cards, this.#composing.cursor);
    this.#block = at?.block.id ?? -1;
    this.#name = block >= 0 ? null : this.#composing.nameAtCursor;
    setText(
      this.#about,
      at === null ? 'Put the cursor on a step of the program first.' : `About: ${at.block.name}.`,
    );
    this.#all = at === null ? [] : this.#composing.refactorings(this.#block, this.#name);
    this.#all.sort((a, b) => Number(a.refused !== null) - Number(b.refused !== null));
    this.#list.replaceChildren(
      ...this.#all.map((one) => {
        const row = make('li');
        const press = button('', () => this.#choose(one));
        press.dataset['refactor'] = one.kind;
        press.setAttribute('aria-pressed', 'false');
        press.append(make('span', 'words', one.title));
        if (one.refused !== null) press.classList.add('refused');
        press.addEventListener('focus', () => this.#choose(one));
        row.append(press);
        return row;
      }),
    );
    this.#chosen = null;
    this.#show('', '', null);
    if (!this.#dialog.open) this.#dialog.showModal();
    const first = this.#list.querySelector('button');
    if (first !== null) first.focus();
    if (this.#all[0] !== undefined) this.#choose(this.#all[0]);
  }

  #choose(one: Refactoring): void {
    if (one === this.#chosen) return;
    this.#chosen = one;
    for (const press of this.#list.querySelectorAll('button'))
      press.setAttribute('aria-pressed', String(press.dataset['refactor'] === one.kind));
    const asks = one.parameter !== 'none' && one.refused === null;
    this.#parameter.parentElement?.toggleAttribute('hidden', !asks);
    setText(this.#label, kLabel[one.parameter]);
    this.#parameter.value = kUsual[one.parameter];
    this.#parameter.inputMode = one.parameter === 'name' ? 'text' : 'decimal';
    this.#preview();
  }

  #gesture(one: Refactoring): Gesture {
    const words = this.#parameter.value.trim();
    const gesture: Gesture = { do: 'refactor', kind: one.kind, block: this.#block, ...(this.#name ?? {}) };
    if (one.parameter === 'name') gesture.text = words;
    else if (one.parameter !== 'none') gesture.number = Number(words);
    return gesture;
  }

  #preview(): void {
    const one = this.#chosen;
    if (one === null || this.#cards === null) return;
    if (one.refused !== null) return this.#show(one.about, one.refused, null);
    if (one.parameter !== 'none' && one.parameter !== 'name' && !(Number(this.#parameter.value) > 0))
      return this.#show(one.about, 'This wants a number above 0.', null);
    if (one.parameter === 'name' && this.#parameter.value.trim() === '')
      return this.#show(one.about, 'Write the new name, and what it changes stands here.', null);
    const outcome = this.#composing.ask(this.#gesture(one), this.#cards.stamp);
    if (outcome.edits === undefined) return this.#show(one.about, outcome.refused ?? '', null);
    this.#show(one.about, '', outcome.edits);
  }

  #show(about: string, why: string, edits: Edit[] | null): void {
    this.#edits = edits ?? [];
    setText(this.#why, why === '' ? about : `${about} ${why}`.trim());
    this.#why.classList.toggle('refused', why !== '');
    const lines = edits === null ? [] : diff(this.#composing.text, edits);
    this.#diff.replaceChildren(
      ...lines.map(({ sign, text }) => {
        const row = make('span', sign === '+' ? 'new' : sign === '-' ? 'gone' : '');
        row.append(make('span', 'sign', sign), text === '' ? ' ' : text, '\n');
        return row;
      }),
    );
    this.#diff.hidden = lines.length === 0;
    const proof = edits === null ? null : this.#composing.prove(edits);
    setText(this.#proof, proof === null ? '' : proof.sentence);
    this.#proof.dataset['kind'] = proof?.kind ?? '';
    this.#proof.hidden = proof === null;
    this.#apply.disabled = edits === null;
  }

  #make(): void {
    if (this.#apply.disabled || this.#chosen === null) return;
    this.#preview();
    if (this.#apply.disabled) return;
    this.#dialog.close();
    if (this.#composing.write(this.#edits)) this.#done();
  }

  #key(event: KeyboardEvent): void {
    const buttons = [...this.#list.querySelectorAll('button')];
    const at = buttons.findIndex((one) => one === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Enter' && !this.#apply.disabled) {
      event.preventDefault();
      return this.#make();
    }
    if (to === undefined || buttons.length === 0) return;
    event.preventDefault();
    buttons[(to + buttons.length) % buttons.length]?.focus();
  }
}
