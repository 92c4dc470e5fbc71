// The program as cards, as simul_cards_json tells it, and the gestures that change it. A view of one text: its stamp says
// of which, and a gesture made on another is refused.

import type { Edit } from './text_edits.ts';

export interface Place {
  owner: number; // the block whose body it is; -1: the module's own code
  body: number;
  index: number; // how many blocks of the body stand before it
}
export interface Slot {
  label: string;
  from: number;
  to: number;
  kind: 'number' | 'string' | 'name' | 'expression' | 'arguments' | 'statement';
  text: string;
}
export interface Item {
  callee: string;
  from: number;
  to: number;
  slot: Slot;
  card: number;
}
export interface Body {
  label: string;
  owner: number;
  body: number;
  first: number;
  coroutine: boolean;
  blocks: Block[];
}
export interface Block {
  id: number;
  kind: string;
  title: string;
  name: string; // for ears: "sleep, 1.0 seconds, line 6 of worker"
  line: number;
  from: number;
  to: number;
  slots: Slot[];
  items: Item[];
  bodies: Body[];
  card: number; // of a definition: its card
  fixed: boolean;
}
export interface Card {
  name: string; // "" is the module's own code
  parameters: string;
  coroutine: boolean;
  entry: boolean;
  line: number;
  block: number;
  body: Body;
}
export interface Cards {
  parses: boolean;
  stamp: number;
  blocks: number;
  cards: Card[];
}
// What may stand at a place, with the code that it writes there.
export interface Offer {
  entry: string; // of the palette
  coroutine: string; // that it calls, where it calls one of this text
  word: string;
  code: string;
}
// A place a block may be moved to, in words.
export interface Target extends Place {
  words: string;
}
// The wires of a block: where one may be drawn to, with the code that it writes, and which may be cut.
export interface Wires {
  draw: { words: string; code: string; gesture: Gesture }[];
  cut: { item: number; words: string; gesture: Gesture }[];
}
export interface Refactoring {
  kind: string;
  title: string;
  about: string;
  parameter: 'none' | 'seconds' | 'count' | 'name';
  refused: string | null;
}
// A slice of the picture that a step made.
export interface StepSlice {
  task: number;
  slice: number;
  name: string; // of the task
  state: string;
  start_s: number;
  end_s: number;
}
// What may be done about a slice of the picture; see simul_slice_offers_json.
export interface SliceOffers {
  about: string;
  line: number;
  block: number;
  stamp: number;
  offers: { id: string; title: string; refused: string | null; count: number; gesture: Gesture }[];
}
export interface Outcome {
  edits?: Edit[];
  refused?: string;
}
export interface Proof {
  kind: 'same' | 'other order' | 'other' | 'unknown';
  sentence: string;
  lines: number;
  before_s: number;
  after_s: number;
}

export type Gesture =
  | ({ do: 'insert'; entry: string; coroutine: string; onto: number } & Place)
  | ({ do: 'move'; block: number } & Place)
  | { do: 'duplicate'; block: number }
  | { do: 'delete'; block: number }
  | { do: 'slot'; from: number; to: number; text: string }
  | { do: 'coroutine'; name: string }
  | ({ do: 'wire'; blocks: string; to: number; join: 'await' | 'gather' | 'group' } & Place)
  | { do: 'cut'; block: number; item: number }
  | { do: 'start'; line: number; column: number; tasks: number; seconds: number }
  | {
      do: 'refactor';
      kind: string;
      block: number;
      last?: number;
      from?: number;
      to?: number;
      text?: string;
      number?: number;
    };

export interface Standing {
  block: Block;
  body: Body;
  index: number;
  card: Card;
}

// Every block with where it stands, in the order of the text of each card.
export function* standings(cards: Cards): Generator<Standing> {
  function* of(card: Card, body: Body): Generator<Standing> {
    for (const [index, block] of body.blocks.entries()) {
      yield { block, body, index, card };
      for (const inner of block.bodies) yield* of(card, inner);
    }
  }
  for (const card of cards.cards) yield* of(card, card.body);
}

export function standing(cards: Cards, id: number): Standing | null {
  for (const one of standings(cards)) if (one.block.id === id) return one;
  return null;
}

// The innermost block that holds this place of the text.
export function blockAt(cards: Cards, offset: number): Standing | null {
  let best: Standing | null = null;
  for (const one of standings(cards)) {
    const { from, to } = one.block;
    if (from <= offset && offset <= to && (best === null || to - from <= best.block.to - best.block.from)) best = one;
  }
  return best;
}

// Where the new text of some edits begins, in the text after them: the place of the longest that comes.
export function placeOfNews(edits: readonly Edit[]): number | null {
  let shift = 0;
  let best: { at: number; size: number } | null = null;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    const size = edit.text.trim().length;
    const lead = edit.text.length - edit.text.trimStart().length;
    if (size > 0 && (best === null || size >= best.size)) best = { at: edit.from + shift + lead, size };
    shift += edit.text.length - (edit.to - edit.from);
  }
  return best?.at ?? null;
}
