// Who is at which line: chips behind the code, the blocking line in red. Lines are those of the text that was started,
// so every edit since then is followed.

import { type ChangeDesc, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  gutterLineClass,
  GutterMarker,
} from '@codemirror/view';
import { make } from './dom.ts';
import type { MarkerLine } from './simul.ts';
import { Widget } from './widget.ts';

const setMarkers = StateEffect.define<readonly MarkerLine[]>();
const beginRun = StateEffect.define<null>();

// What a state adds to the name; one that sleeps says it by its colour and where it stands.
const kWords: Record<string, string> = {
  due: ' due',
  ready: ' ready',
  waiting: ' waits',
  blocking: ' blocks the loop',
};

const kMostChips = 6;
// line: a MarkerLine as JSON, as its words.
function chips(line: string): HTMLElement {
  const box = make('span', 'cm-chips');
  const all = (JSON.parse(line) as MarkerLine).chips;
  const most = all.length > kMostChips ? kMostChips - 1 : kMostChips;
  for (const chip of all.slice(0, most)) box.append(chipElement(`${chip.text}${kWords[chip.state] ?? ''}`, chip.state));
  if (all.length > most) box.append(chipElement(`+${all.length - most}`, 'sleeping'));
  return box;
}

const chipElement = (text: string, state: string): HTMLElement =>
  make('span', `cm-chip cm-chip-${state.replace(/[^a-z]/g, '')}`, text);

interface Started {
  text: Text | null;
  since: ChangeDesc | null;
  shown: DecorationSet;
  red: RangeSet<GutterMarker>; // the blocking lines' numbers
}

const redNumber = new (class extends GutterMarker {
  override elementClass = 'cm-blocking';
})();

const started = StateField.define<Started>({
  create: () => ({ text: null, since: null, shown: Decoration.none, red: RangeSet.empty }),
  update(value, transaction) {
    let { text, since, shown, red } = value;
    if (transaction.docChanged) {
      since = since === null ? transaction.changes.desc : since.composeDesc(transaction.changes.desc);
      shown = shown.map(transaction.changes);
      red = red.map(transaction.changes);
    }
    for (const effect of transaction.effects) {
      if (effect.is(beginRun))
        [text, since, shown, red] = [transaction.state.doc, null, Decoration.none, RangeSet.empty];
      if (effect.is(setMarkers)) [shown, red] = decorate(effect.value, transaction.state.doc, text, since);
    }
    return { text, since, shown, red };
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.shown),
    gutterLineClass.from(field, (value) => value.red),
  ],
});

function decorate(
  lines: readonly MarkerLine[],
  now: Text,
  then: Text | null,
  since: ChangeDesc | null,
): [DecorationSet, RangeSet<GutterMarker>] {
  const ranges = [];
  const red = [];
  const taken = new Set<number>();
  for (const line of [...lines].sort((a, b) => a.line - b.line)) {
    const at = place(line.line, now, then, since);
    if (at === null || taken.has(at)) continue;
    taken.add(at);
    const here = now.lineAt(at);
    const running = line.chips.some((chip) => chip.state === 'running');
    if (line.blocking) {
      ranges.push(Decoration.line({ class: 'cm-blocking' }).range(here.from));
      red.push(redNumber.range(here.from));
    } else if (running) ranges.push(Decoration.line({ class: 'cm-executing' }).range(here.from));
    if (line.chips.length > 0) ranges.push(Decoration.widget({ widget: new Widget(JSON.stringify(line), chips), side: 1 }).range(here.to));
  }
  return [Decoration.set(ranges, true), RangeSet.of(red, true)];
}

// Where line `line` of the started text ends in the text of now.
function place(line: number, now: Text, then: Text | null, since: ChangeDesc | null): number | null {
  const text = then ?? now;
  if (line < 1 || line > text.lines) return null;
  const end = text.line(line).to;
  return since === null || then === null ? Math.min(end, now.length) : since.mapPos(end, -1);
}

export const markers = started;

export function showMarkers(view: EditorView, lines: readonly MarkerLine[]): void {
  view.dispatch({ effects: setMarkers.of(lines) });
}
// From now on, line numbers are those of the text of now.
export function rememberRun(view: EditorView): void {
  view.dispatch({ effects: beginRun.of(null) });
}
export function lineInTextOfNow(view: EditorView, line: number): number | null {
  const { text, since } = view.state.field(started);
  const at = place(line, view.state.doc, text, since);
  return at === null ? null : view.state.doc.lineAt(at).number;
}
