// The Compose panel: the canvas's cards as lists, for the keyboard, for screen readers, for a phone, and for everybody. Every
// step is a row with its values as fields; what can be done with it is one list away, and every way is a key too.

import { blockAt, type Block, type Body, type Card, type Cards, type Gesture, type Item, type Place, placeOfNews, type Slot, type Standing, standing, standings } from './cards.ts';
import type { Choice, ChoiceItem } from './choice.ts';
import type { Composing } from './composing.ts';
import { beginnings } from './beginnings.ts';
import { button, byId, make, plural, setText } from './dom.ts';
import { step } from './number_step.ts';
import { Throttle } from './throttle.ts';

const kMost = 400; // rows that are shown

export interface PanelOwner {
  // The refactorings of a block.
  refactor(block: number): void;
  // What the slices that it made offer.
  slices(block: number): void;
  goTo(offset: number): void;
  say(sentence: string): void;
}

export class ComposePanel {
  readonly #composing: Composing;
  readonly #choice: Choice;
  readonly #owner: PanelOwner;
  readonly #panel = byId('panel-compose', HTMLElement);
  readonly #list = byId('compose-cards', HTMLElement);
  readonly #begin = byId('compose-begin', HTMLElement);
  readonly #note = byId('compose-note', HTMLElement);
  readonly #said = byId('compose-said', HTMLElement);
  readonly #undo = byId('compose-undo', HTMLButtonElement);
  readonly #redo = byId('compose-redo', HTMLButtonElement);
  readonly #later = new Throttle(120, () => this.#show());
  #cards: Cards = { parses: true, stamp: 0, blocks: 0, cards: [] };
  #current = -1; // the block whose row is the list's one tab stop
  #stale = true;

  constructor(composing: Composing, choice: Choice, owner: PanelOwner) {
    this.#composing = composing;
    this.#choice = choice;
    this.#owner = owner;
    this.#list.addEventListener('keydown', (event) => this.#key(event));
    this.#list.addEventListener('focusin', (event) => {
      const id = this.#idOf(event.target);
      if (id !== null) this.#choose(id);
    });
    this.#undo.addEventListener('click', () => (this.#composing.undo(), this.update()));
    this.#redo.addEventListener('click', () => (this.#composing.redo(), this.update()));
    byId('compose-coroutine', HTMLElement).addEventListener('click', () => this.#newCoroutine());
    byId('compose-refactor', HTMLElement).addEventListener('click', () => this.#owner.refactor(this.#current));
    this.#begin.replaceChildren(
      make('p', 'note', 'Nothing here yet. Begin with one of these, or write the program yourself:'),
      ...beginnings.map((one) => {
        const start = button('', () => this.#beginWith(one.code));
        start.append(make('strong', '', one.title), make('span', '', one.about));
        return start;
      }),
    );
  }

  get current(): number {
    return this.#current;
  }
  get cards(): Cards {
    return this.#cards;
  }

  // The text is another one, or the panel came into view.
  changed(): void {
    this.#stale = true;
    if (this.#visible) this.#later.request();
  }
  // The same, and at once.
  update(): void {
    this.#stale = true;
    if (this.#visible) this.#show();
  }
  get settled(): boolean {
    return !this.#visible || (!this.#stale && !this.#later.pending);
  }
  get #visible(): boolean {
    return !this.#panel.hidden && this.#panel.checkVisibility();
  }

  #show(): void {
    if (!this.#stale || !this.#visible) return;
    this.#stale = false;
    const kept = this.#where();
    this.#cards = this.#composing.cards();
    const empty = this.#composing.text.trim() === '';
    this.#begin.hidden = !empty;
    this.#list.hidden = empty;
    const many = this.#cards.blocks > kMost ? `The first ${kMost} of ${plural(this.#cards.blocks, 'step')} are shown. ` : '';
    setText(
      this.#note,
      this.#cards.parses ? many : `${many}Part of the text is not Python yet: it is shown as it is, the rest can be composed.`,
    );
    this.#note.hidden = this.#note.textContent === '';
    const steps = this.#composing.steps;
    this.#undo.disabled = steps.back === 0;
    this.#redo.disabled = steps.forward === 0;
    if (standing(this.#cards, this.#current) === null) this.#current = this.#first();
    let room = kMost;
    const own = this.#cards.cards.filter((card) => card.name === '');
    const functions = this.#cards.cards.filter((card) => card.name !== '');
    this.#list.replaceChildren(
      ...[...functions, ...own].flatMap((card) => {
        if (room <= 0) return [];
        const [shown, taken] = this.#card(card, room);
        room -= taken;
        return [shown];
      }),
    );
    if (kept !== null) this.#focus(kept.block, kept.field);
  }

  #first(): number {
    for (const one of standings(this.#cards)) if (one.card.name !== '') return one.block.id;
    return this.#cards.cards[0]?.body.blocks[0]?.id ?? -1;
  }

  // ---- what is drawn

  #card(card: Card, room: number): [HTMLElement, number] {
    const box = make('section', 'compose-card');
    const head = make('h3');
    const words = card.name === '' ? 'The program' : card.name;
    head.append(make('span', 'name', words));
    if (card.name !== '') head.append(make('span', 'parameters', ` (${card.parameters})`));
    const kind = card.name === '' ? 'runs from top to bottom' : card.coroutine ? (card.entry ? 'coroutine, runs first' : 'coroutine') : 'function';
    head.append(make('span', 'sort', kind));
    box.append(head);
    let taken = 0;
    const list = (body: Body, label: string): HTMLElement => {
      const rows = make('ul', 'blocks');
      rows.setAttribute('aria-label', label);
      for (const [index, block] of body.blocks.entries()) {
        if (taken >= room) break;
        taken++;
        rows.append(this.#row({ block, body, index, card }, list));
      }
      const add = make('li', 'add');
      const place: Place = { owner: body.owner, body: body.body, index: body.blocks.length };
      const press = button('+ Add a step', () => this.#add(place, -1));
      press.setAttribute('aria-label', `Add a step at the end of ${label}`);
      add.append(press);
      rows.append(add);
      return rows;
    };
    box.append(list(card.body, words));
    return [box, taken];
  }

  #row(at: Standing, list: (body: Body, label: string) => HTMLElement): HTMLElement {
    const { block } = at;
    const row = make('li', 'block');
    row.dataset['kind'] = block.kind;
    row.dataset['block'] = String(block.id);
    const line = make('div', 'row');
    const step = make('button', 'title', block.title);
    step.type = 'button';
    step.setAttribute('aria-label', block.name);
    step.setAttribute('aria-keyshortcuts', 'Alt+ArrowUp Alt+ArrowDown Delete Control+D A T W');
    step.title = `Line ${block.line}`;
    step.addEventListener('click', () => this.#actions(block.id));
    line.append(step);
    if (block.slots.length > 0) {
      const slots = make('span', 'slots');
      for (const slot of block.slots) slots.append(this.#slot(slot, block));
      line.append(slots);
    }
    const more = button('⋯', () => this.#actions(block.id), 'icon more');
    more.setAttribute('aria-label', `What to do with ${block.name}`);
    line.append(more);
    row.append(line);
    if (block.items.length > 0) row.append(this.#items(block));
    for (const body of block.bodies) {
      const inner = make('div', 'inner');
      if (body.label !== '') inner.append(make('span', 'label', body.label));
      inner.append(list(body, `${body.label === '' ? block.title : body.label}, line ${block.line}`));
      row.append(inner);
    }
    for (const one of line.querySelectorAll<HTMLElement>('button, input')) one.tabIndex = block.id === this.#current ? 0 : -1;
    return row;
  }

  #items(block: Block): HTMLElement {
    const list = make('ul', 'calls');
    for (const item of block.items) {
      const row = make('li', 'row');
      if (item.callee !== '') row.append(make('span', 'callee', item.callee));
      row.append(this.#slot(item.slot, block, item));
      list.append(row);
    }
    return list;
  }

  #slot(slot: Slot, block: Block, item?: Item): HTMLElement {
    const field = make('input', `slot ${slot.kind}`);
    field.value = slot.text.replaceAll('\n', ' ');
    field.size = Math.min(Math.max(slot.text.length, 3), 36);
    field.spellcheck = false;
    field.autocomplete = 'off';
    field.setAttribute('autocapitalize', 'off');
    if (slot.kind === 'number') field.inputMode = 'decimal';
    const of = item !== undefined && item.callee !== '' ? `${item.callee} in ${block.title}` : block.title;
    field.setAttribute('aria-label', `${slot.label} of ${of}, line ${block.line}`);
    field.tabIndex = block.id === this.#current ? 0 : -1;
    // What spans lines is edited in the text.
    if (slot.text.includes('\n')) field.readOnly = true;
    field.dataset['from'] = String(slot.from);
    field.addEventListener('change', () => this.#edit(slot, field));
    return field;
  }

  // ---- what is done

  #edit(slot: Slot, field: HTMLInputElement): void {
    if (field.readOnly || field.value === slot.text) return;
    const made = this.#make({ do: 'slot', from: slot.from, to: slot.to, text: field.value.trim() }, false);
    if (!made) field.value = slot.text;
  }

  // True: it was made. find: the new step becomes the current one. stamp: of the cards that the person saw.
  #make(gesture: Gesture, find: boolean, stamp = this.#cards.stamp): boolean {
    const edits = this.#composing.make(gesture, stamp);
    if (edits === null) return false;
    this.update();
    if (find) {
      const at = placeOfNews(edits);
      const news = at === null ? null : blockAt(this.#cards, at);
      if (news !== null) {
        this.#focus(news.block.id, null);
        setText(this.#said, `${news.block.name}.`);
      }
    }
    return true;
  }

  #beginWith(code: string): void {
    if (this.#composing.write([{ from: 0, to: this.#composing.text.length, text: code }])) {
      this.update();
      this.#focus(this.#current, null);
    }
  }

  #newCoroutine(): void {
    this.update();
    this.#make({ do: 'coroutine', name: '' }, true);
  }

  #add(place: Place, onto: number): void {
    const { stamp } = this.#cards;
    const items = this.#composing.offers(place, onto).map(
      ({ entry, coroutine, word, code }): ChoiceItem => ({
        text: word,
        code,
        kind: entry,
        take: () => this.#make({ do: 'insert', entry, coroutine, onto, ...place }, true, stamp),
      }),
    );
    this.#choice.open(onto < 0 ? 'Add a step' : 'Put around this step', [{ title: '', items }]);
  }

  #actions(id: number): void {
    this.update(); // nothing is done to a text that is gone
    const at = standing(this.#cards, id);
    if (at === null) return;
    this.#choose(id);
    const { block, body, index, card } = at;
    const { stamp } = this.#cards;
    const here = { owner: body.owner, body: body.body };
    const move = (to: number): ChoiceItem['take'] => () => this.#move(at, to, stamp);
    const first: ChoiceItem[] = [
      { text: 'Add a step below', keys: 'A', take: () => this.#add({ ...here, index: index + 1 }, -1) },
      { text: 'Add a step above', take: () => this.#add({ ...here, index }, -1) },
      { text: 'Put a timeout, lock, loop or try around it', take: () => this.#add({ ...here, index }, id) },
    ];
    const ways: ChoiceItem[] = [];
    if (!block.fixed) {
      if (index > body.first) ways.push({ text: 'Move up', keys: 'Alt ↑', take: move(index - 1) });
      if (index + 1 < body.blocks.length) ways.push({ text: 'Move down', keys: 'Alt ↓', take: move(index + 2) });
      ways.push({ text: 'Move to …', keys: 'M', take: () => this.#moveTo(at) });
    }
    ways.push(
      { text: 'Duplicate', keys: 'Ctrl D', take: () => this.#make({ do: 'duplicate', block: id }, true, stamp) },
      { text: 'Delete', keys: 'Del', take: () => this.#delete(at, stamp) },
    );
    const wires = this.#composing.wires(id);
    const wired: ChoiceItem[] = wires.cut.map(({ words, gesture }) => ({
      text: `Cut the wire of ${words}`,
      take: () => this.#make(gesture, true, stamp),
    }));
    if (wires.draw.length > 0) wired.unshift({ text: 'Draw a wire to …', keys: 'W', take: () => this.#drawWire(at) });
    const more: ChoiceItem[] = [
      { text: 'Refactor …', keys: 'Ctrl .', take: () => this.#owner.refactor(id) },
      ...(this.#composing.slices(id).length > 0
        ? [{ text: 'What the timeline offers …', keys: 'T', take: () => this.#owner.slices(id) }]
        : []),
      { text: 'Show it in the program', keys: 'L', take: () => this.#owner.goTo(block.from) },
    ];
    this.#choice.open(`${block.title}, line ${block.line}${card.name === '' ? '' : ` of ${card.name}`}`, [
      { title: '', items: first },
      { title: '', items: ways },
      { title: '', items: wired },
      { title: '', items: more },
    ]);
  }

  #move(at: Standing, to: number, stamp = this.#cards.stamp): void {
    const place = { owner: at.body.owner, body: at.body.body, index: to };
    this.#make({ do: 'move', block: at.block.id, ...place }, true, stamp);
  }
  #moveTo(at: Standing): void {
    const { stamp } = this.#cards;
    const targets = this.#composing.targets(at.block.id);
    this.#choice.open(`Move ${at.block.title} to`, [
      {
        title: '',
        items: targets.map(({ words, owner, body, index }) => ({
          text: words,
          take: () => this.#make({ do: 'move', block: at.block.id, owner, body, index }, true, stamp),
        })),
      },
    ]);
  }
  // Where what this step starts shall be waited for.
  #drawWire(at: Standing): void {
    const { stamp } = this.#cards;
    const { draw } = this.#composing.wires(at.block.id);
    if (draw.length === 0) return this.#owner.say('No wire begins at this step: it starts nothing that could be waited for.');
    this.#choice.open(`A wire from ${at.block.title}, line ${at.block.line}`, [
      { title: '', items: draw.map(({ words, code, gesture }) => ({ text: words, code, take: () => this.#make(gesture, true, stamp) })) },
    ]);
  }
  #delete(at: Standing, stamp = this.#cards.stamp): void {
    const name = at.block.name;
    if (!this.#make({ do: 'delete', block: at.block.id }, false, stamp)) return;
    setText(this.#said, `${name}: deleted.`);
    const body = [...standings(this.#cards)].filter(
      (one) => one.body.owner === at.body.owner && one.body.body === at.body.body,
    );
    const next = body[Math.min(at.index, body.length - 1)] ?? null;
    this.#focus(next?.block.id ?? this.#first(), null);
  }

  // ---- keys and focus

  #key(event: KeyboardEvent): void {
    const id = this.#idOf(event.target);
    if (id === null) return;
    const field = event.target instanceof HTMLInputElement ? event.target : null;
    if (field !== null) return this.#fieldKey(event, field, id);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const ctrl = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const at = standing(this.#cards, id);
    if (at === null) return;
    const ways: Record<string, () => void> = {};
    if (plain) {
      ways['ArrowDown'] = () => this.#walk(id, 1);
      ways['ArrowUp'] = () => this.#walk(id, -1);
      ways['Home'] = () => this.#walk(id, -Infinity);
      ways['End'] = () => this.#walk(id, Infinity);
      ways['Delete'] = ways['Backspace'] = () => this.#delete(at);
      ways['F2'] = ways['ArrowRight'] = () => this.#firstField(id);
      ways['a'] = ways['Insert'] = () =>
        this.#add({ owner: at.body.owner, body: at.body.body, index: at.index + 1 }, -1);
      ways['m'] = () => this.#moveTo(at);
      ways['w'] = () => this.#drawWire(at);
      ways['t'] = () => this.#owner.slices(id);
      ways['l'] = () => this.#owner.goTo(at.block.from);
    } else if (event.altKey && !ctrl) {
      ways['ArrowUp'] = () => this.#move(at, at.index - 1);
      ways['ArrowDown'] = () => this.#move(at, at.index + 2);
    } else if (ctrl && !event.altKey) {
      ways['d'] = () => this.#make({ do: 'duplicate', block: id }, true);
      ways['z'] = () => ((event.shiftKey ? this.#composing.redo() : this.#composing.undo()), this.update());
      ways['y'] = () => (this.#composing.redo(), this.update());
    }
    const way = ways[key];
    if (way === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    way();
  }

  #fieldKey(event: KeyboardEvent, field: HTMLInputElement, id: number): void {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      field.blur(); // commits it
      this.#focus(id, null);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      field.value = field.defaultValue === '' ? this.#slotText(field) : field.defaultValue;
      this.#focus(id, null);
    } else if (field.inputMode === 'decimal' && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const stepped = step(field.value, event.key === 'ArrowUp' ? 1 : -1);
      if (stepped === null) return;
      event.preventDefault();
      field.value = stepped;
    }
  }
  #slotText(field: HTMLInputElement): string {
    const from = Number(field.dataset['from']);
    for (const { block } of standings(this.#cards))
      for (const slot of [...block.slots, ...block.items.map((item) => item.slot)]) if (slot.from === from) return slot.text;
    return field.value;
  }

  #walk(id: number, by: number): void {
    const rows = [...this.#list.querySelectorAll<HTMLElement>('li.block')];
    const at = rows.findIndex((row) => row.dataset['block'] === String(id));
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next !== undefined) this.#focus(Number(next.dataset['block']), null);
  }
  #firstField(id: number): void {
    const field = this.#rowOf(id)?.querySelector<HTMLInputElement>(':scope > .row input, :scope > .calls input');
    field?.focus();
    field?.select();
  }
  #rowOf(id: number): HTMLElement | null {
    return this.#list.querySelector(`li.block[data-block="${id}"]`);
  }
  #idOf(target: EventTarget | null): number | null {
    const row = target instanceof Element ? target.closest<HTMLElement>('li.block') : null;
    const own = target instanceof Element && target.closest('li.add') !== null;
    return row === null || own ? null : Number(row.dataset['block']);
  }
  #fields(row: HTMLElement): HTMLInputElement[] {
    return [...row.querySelectorAll<HTMLInputElement>(':scope > .row input, :scope > .calls input')];
  }

  // Which row and field has the focus, if one has.
  #where(): { block: number; field: number | null } | null {
    const id = this.#idOf(document.activeElement);
    const row = id === null ? null : this.#rowOf(id);
    if (id === null || row === null) return null;
    const field = this.#fields(row).findIndex((one) => one === document.activeElement);
    return { block: id, field: field < 0 ? null : field };
  }
  #focus(id: number, field: number | null): void {
    const row = this.#rowOf(id);
    if (row === null) return;
    const to = field === null ? null : (this.#fields(row)[field] ?? null);
    (to ?? row.querySelector<HTMLElement>('.title'))?.focus();
    row.scrollIntoView({ block: 'nearest' });
  }
  #choose(id: number): void {
    if (id === this.#current) return;
    for (const [of, index] of [[this.#current, -1], [id, 0]] as const) {
      const row = this.#rowOf(of);
      for (const one of row?.querySelectorAll<HTMLElement>(':scope > .row :is(button, input), :scope > .calls input') ?? [])
        one.tabIndex = index;
    }
    this.#current = id;
  }
}
