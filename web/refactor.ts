// The named commands that change how a program does the same thing, and what may be done about a slice of the picture: each
// with what it would write, why it is refused where it would change the meaning, and what both programs print when they are
// run. The second is the twin of the menu that a slice has on the canvas.

import { blockAt, type Gesture, type Refactoring, standing, type StepSlice } from './cards.ts';
import type { Composing } from './composing.ts';
import { button, byId, make, seconds, setText } from './dom.ts';
import { Throttle } from './throttle.ts';
import { diff, type Edit } from './text_edits.ts';

const kUsual: Record<Refactoring['parameter'], string> = { none: '', seconds: '1.0', count: '2', name: '' };
const kLabel: Record<Refactoring['parameter'], string> = {
  none: '',
  seconds: 'Seconds',
  count: 'How many at once',
  name: 'New name',
};

interface Command {
  id: string;
  title: string;
  about: string;
  refused: string | null;
  parameter: Refactoring['parameter'];
  // words: of the parameter.
  gesture(words: string): Gesture;
}

export class RefactorDialog {
  readonly #composing: Composing;
  readonly #done: () => void;
  readonly #dialog = byId('refactor', HTMLDialogElement);
  readonly #heading = byId('refactor-name', HTMLElement);
  readonly #slice = byId('refactor-slice', HTMLSelectElement);
  readonly #about = byId('refactor-about', HTMLElement);
  readonly #list = byId('refactor-list', HTMLElement);
  readonly #diff = byId('refactor-diff', HTMLElement);
  readonly #why = byId('refactor-why', HTMLElement);
  readonly #proof = byId('refactor-proof', HTMLElement);
  readonly #parameter = byId('refactor-parameter', HTMLInputElement);
  readonly #label = byId('refactor-label', HTMLElement);
  readonly #apply = byId('refactor-apply', HTMLButtonElement);
  readonly #later = new Throttle(150, () => this.#preview());
  #stamp = 0; // of the text that all this is about
  #slices: StepSlice[] = [];
  #chosen: Command | null = null;
  #edits: Edit[] = [];

  // done: one was made.
  constructor(composing: Composing, done: () => void) {
    this.#composing = composing;
    this.#done = done;
    this.#parameter.addEventListener('input', () => this.#later.request());
    this.#list.addEventListener('keydown', (event) => this.#key(event));
    this.#slice.addEventListener('change', () => this.#showSlice());
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
    this.#stamp = cards.stamp;
    const at = block >= 0 ? standing(cards, block) : blockAt(cards, this.#composing.cursor);
    const id = at?.block.id ?? -1;
    const name = block >= 0 ? null : this.#composing.nameAtCursor;
    this.#ask('Refactor', []);
    setText(
      this.#about,
      at === null ? 'Put the cursor on a step of the program first.' : `About: ${at.block.name}.`,
    );
    const all = at === null ? [] : this.#composing.refactorings(id, name);
    this.#offer(
      all.map(({ kind, title, about, refused, parameter }) => ({
        id: kind,
        title,
        about,
        refused,
        parameter,
        gesture: (words) => {
          const gesture: Gesture = { do: 'refactor', kind, block: id, ...(name ?? {}) };
          if (parameter === 'name') gesture.text = words;
          else if (parameter !== 'none') gesture.number = Number(words);
          return gesture;
        },
      })),
    );
  }

  // What may be done about a slice that a step made. False: it made none.
  openSlices(block: number): boolean {
    this.#stamp = this.#composing.cards().stamp;
    const slices = this.#composing.slices(block);
    if (slices.length === 0) return false;
    this.#ask('What the timeline offers', slices);
    this.#showSlice();
    return true;
  }
  #showSlice(): void {
    const slice = this.#slices[this.#slice.selectedIndex];
    if (slice === undefined) return;
    const { about, offers } = this.#composing.sliceOffers(slice);
    setText(this.#about, offers.length > 0 ? `About: ${about}.` : `${about}: nothing is offered for it.`);
    this.#offer(
      offers.map(({ id, title, refused, count, gesture }) => ({
        id,
        title,
        about: '',
        refused,
        parameter: count > 0 ? 'count' : 'none',
        gesture: (words) => (count > 0 && gesture.do === 'refactor' ? { ...gesture, number: Number(words) } : gesture),
      })),
      this.#slice !== document.activeElement,
    );
  }

  #ask(heading: string, slices: StepSlice[]): void {
    setText(this.#heading, heading);
    this.#slices = slices;
    this.#slice.replaceChildren(
      ...slices.map(({ name, state, start_s, end_s }) => make('option', '', `${name}, ${state}, ${seconds(start_s)} to ${seconds(end_s)} s`)),
    );
    this.#slice.parentElement?.toggleAttribute('hidden', slices.length < 2);
  }

  #offer(all: Command[], focus = true): void {
    all.sort((a, b) => Number(a.refused !== null) - Number(b.refused !== null));
    this.#list.replaceChildren(
      ...all.map((one) => {
        const row = make('li');
        const press = button('', () => this.#choose(one));
        press.dataset['refactor'] = one.id;
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
    if (focus) this.#list.querySelector('button')?.focus();
    if (all[0] !== undefined) this.#choose(all[0]);
  }

  #choose(one: Command): void {
    if (one === this.#chosen) return;
    this.#chosen = one;
    for (const press of this.#list.querySelectorAll('button'))
      press.setAttribute('aria-pressed', String(press.dataset['refactor'] === one.id));
    const asks = one.parameter !== 'none' && one.refused === null;
    this.#parameter.parentElement?.toggleAttribute('hidden', !asks);
    setText(this.#label, kLabel[one.parameter]);
    this.#parameter.value = kUsual[one.parameter];
    this.#parameter.inputMode = one.parameter === 'name' ? 'text' : 'decimal';
    this.#preview();
  }

  #preview(): void {
    const one = this.#chosen;
    if (one === null) return;
    if (one.refused !== null) return this.#show(one.about, one.refused, null);
    if (one.parameter !== 'none' && one.parameter !== 'name' && !(Number(this.#parameter.value) > 0))
      return this.#show(one.about, 'This wants a number above 0.', null);
    if (one.parameter === 'name' && this.#parameter.value.trim() === '')
      return this.#show(one.about, 'Write the new name, and what it changes stands here.', null);
    const outcome = this.#composing.ask(one.gesture(this.#parameter.value.trim()), this.#stamp);
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
