// Breakpoints on lines: a dot beside the line number, put and taken by a click there or by F9. They follow every edit, and
// C++ is told their lines whenever these are others.

import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { type EditorView, GutterMarker, gutter, keymap } from '@codemirror/view';

const toggle = StateEffect.define<number>(); // the place of the line's beginning

class Dot extends GutterMarker {
  override toDOM(): HTMLElement {
    const dot = document.createElement('span');
    dot.className = 'cm-dot';
    dot.title = 'Breakpoint: the program stops before this line (F9)';
    return dot;
  }
}
const dot = new Dot();

const dots = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(set, transaction) {
    let next = transaction.docChanged ? set.map(transaction.changes) : set;
    if (transaction.docChanged) {
      // A line that was edited keeps its dot at its beginning, and only one.
      const { doc } = transaction.state;
      const starts = new Set<number>();
      for (const cursor = next.iter(); cursor.value !== null; cursor.next()) starts.add(doc.lineAt(cursor.from).from);
      next = RangeSet.of(
        [...starts].sort((a, b) => a - b).map((from) => dot.range(from)),
      );
    }
    for (const effect of transaction.effects) {
      if (!effect.is(toggle)) continue;
      let there = false;
      next.between(effect.value, effect.value, (from) => void (there ||= from === effect.value));
      next = there
        ? next.update({ filter: (from) => from !== effect.value })
        : next.update({ add: [dot.range(effect.value)] });
    }
    return next;
  },
});

// changed: with the lines, 1-based, whenever they are others.
export function breakpoints(changed: (lines: number[]) => void) {
  let told = '';
  const tell = (view: EditorView): void => {
    const lines: number[] = [];
    for (const cursor = view.state.field(dots).iter(); cursor.value !== null; cursor.next())
      lines.push(view.state.doc.lineAt(cursor.from).number);
    if (lines.join() === told) return;
    told = lines.join();
    changed(lines);
  };
  const put = (view: EditorView, at: number): boolean => {
    view.dispatch({ effects: toggle.of(view.state.doc.lineAt(at).from) });
    tell(view);
    return true;
  };
  return {
    tell,
    extension: [
      dots,
      gutter({
        class: 'cm-breakpoints',
        markers: (view) => view.state.field(dots),
        initialSpacer: () => dot,
        domEventHandlers: { mousedown: (view, line) => put(view, line.from) },
      }),
      keymap.of([{ key: 'F9', run: (view) => put(view, view.state.selection.main.head) }]),
    ],
  };
}
