// A gesture that is not over yet, shown in the text without being in it: the literal that it changes in a box, what it was
// beside it, its lines marked. The document stays as it is until the hand lets go, so Escape has nothing to take back and
// typing meanwhile loses nothing: whoever types ends the gesture.

import { type EditorState, type Extension, Prec, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap } from '@codemirror/view';
import { make } from './dom.ts';
import { type Edit, sorted } from './text_edits.ts';
import { Widget } from './widget.ts';

const setPending = StateEffect.define<readonly Edit[]>();

interface Pending {
  edits: readonly Edit[];
  shown: DecorationSet;
}
const kNothing: Pending = { edits: [], shown: Decoration.none };

const newText = (text: string): HTMLElement => make('span', 'cm-pending-text', text);
const change = (words: string): HTMLElement => make('span', 'cm-pending-change', words);
// Whole lines that would come: below the line before them, as a diff shows them.
function newLines(text: string): HTMLElement {
  const box = make('div', 'cm-pending-lines');
  box.append(...text.split('\n').map((line) => make('div', 'cm-pending-new', line === '' ? ' ' : line)));
  return box;
}

function decorate(edits: readonly Edit[], doc: Text): Pending {
  const ranges = [];
  const lines = new Set<number>();
  const beside = new Map<number, string[]>();
  for (const { from, to, text } of sorted(edits)) {
    if (to > doc.length) return kNothing;
    const first = doc.lineAt(from);
    const short = !text.includes('\n') && to <= first.to;
    if (short) {
      lines.add(first.from);
      if (text !== '') {
        const widget = new Widget(text, newText, false);
        ranges.push(
          from === to
            ? Decoration.widget({ widget, side: 1 }).range(from)
            : Decoration.replace({ widget }).range(from, to),
        );
      } else if (from < to) ranges.push(Decoration.mark({ class: 'cm-pending-gone' }).range(from, to));
      const was = doc.sliceString(from, to).trim();
      if (was !== '' && was.length <= 24 && text.length <= 24)
        beside.set(first.to, [...(beside.get(first.to) ?? []), `${was} → ${text === '' ? 'nothing' : text.trim()}`]);
      continue;
    }
    if (from < to) {
      ranges.push(Decoration.mark({ class: 'cm-pending-gone' }).range(from, to));
      const last = doc.lineAt(to > from && doc.lineAt(to).from === to ? to - 1 : to);
      for (let n = first.number; n <= last.number; n++) lines.add(doc.line(n).from);
    }
    const come = text.replace(/^\n|\n$/g, '');
    if (come === '') continue;
    // Text that comes before a line's beginning is shown above that line, any other below its own.
    const above = from === to && from === first.from && text.endsWith('\n');
    const at = above ? first.from : doc.lineAt(Math.max(from, to - 1)).to;
    ranges.push(Decoration.widget({ widget: new Widget(come, newLines, false), block: true, side: above ? -1 : 1 }).range(at));
  }
  for (const at of lines) ranges.push(Decoration.line({ class: 'cm-pending' }).range(at));
  for (const [at, words] of beside)
    ranges.push(Decoration.widget({ widget: new Widget(words.join(', '), change, false), side: 2 }).range(at));
  return { edits, shown: Decoration.set(ranges, true) };
}

const field = StateField.define<Pending>({
  create: () => kNothing,
  update(value, transaction) {
    if (transaction.docChanged) value = kNothing;
    for (const effect of transaction.effects)
      if (effect.is(setPending))
        value = effect.value.length === 0 ? kNothing : decorate(effect.value, transaction.state.doc);
    return value;
  },
  provide: (one) => EditorView.decorations.from(one, (value) => value.shown),
});

export const isPending = (state: EditorState): boolean => state.field(field).edits.length > 0;

// cancel: the gesture shall end and change nothing.
export function pendingEdits(cancel: () => void): Extension {
  return [
    field,
    Prec.highest(
      keymap.of([
        {
          key: 'Escape',
          run: (view) => {
            if (!isPending(view.state)) return false;
            showPending(view, []);
            cancel();
            return true;
          },
        },
      ]),
    ),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && isPending(update.startState)) cancel();
    }),
  ];
}

export function showPending(view: EditorView, edits: readonly Edit[]): void {
  if (edits.length === 0 && !isPending(view.state)) return;
  view.dispatch({ effects: setPending.of(edits) });
}
