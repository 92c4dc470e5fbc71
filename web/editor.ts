// The program's text: CodeMirror in a shadow root. There is one text and one undo history, and both are here.

import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  isolateHistory,
  redo,
  redoDepth,
  undo,
  undoDepth,
} from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { type Diagnostic as LintDiagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { breakpoints } from './breakpoints.ts';
import { make } from './dom.ts';
import { editorLook } from './editor_look.ts';
import { lineInTextOfNow, markers, rememberRun, showMarkers } from './markers.ts';
import { isPending, pendingEdits, showPending } from './pending.ts';
import type { Diagnostic, Fix, MarkerLine } from './simul.ts';
import { type Edit, fits } from './text_edits.ts';

export interface EditorOwner {
  // The text is another one. loaded: not by the person's hand.
  edited(loaded: boolean): void;
  run(): void;
  // The program that a pasted `>>>` transcript holds, or null.
  transcript(text: string): string | null;
  converted(): void;
  // The lines with a breakpoint are others.
  breakpoints(lines: number[]): void;
  // The gesture whose edits are shown shall end and change nothing.
  cancelGesture(): void;
}

const kLoad = 'load';

export class Editor {
  readonly view: EditorView;
  readonly #readOnly = new Compartment();

  constructor(host: HTMLElement, text: string, owner: EditorOwner) {
    const root = host.attachShadow({ mode: 'open' });
    // Above all other keys: CodeMirror would insert a line.
    const run = keymap.of([{ key: 'Mod-Enter', run: () => (owner.run(), true) }]);
    const stops = breakpoints((lines) => owner.breakpoints(lines));
    this.view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: text,
        extensions: [
          run,
          stops.extension,
          lineNumbers(),
          highlightActiveLineGutter(),
          highlightSpecialChars(),
          history(),
          drawSelection(),
          dropCursor(),
          EditorState.allowMultipleSelections.of(true),
          indentUnit.of('    '),
          EditorState.tabSize.of(8), // as Python counts
          python(),
          bracketMatching(),
          closeBrackets(),
          search({ top: true }),
          highlightSelectionMatches(),
          placeholder(
            // Short lines: the editor does not break them, and it may be narrow.
            'Write or paste an asyncio\nprogram here, then press\nCtrl+Enter. The gallery has\nsome to begin with.',
          ),
          // Escape lets the next Tab leave the editor: CodeMirror does that by itself.
          keymap.of([
            ...closeBracketsKeymap,
            ...defaultKeymap,
            ...searchKeymap,
            ...historyKeymap,
            ...lintKeymap,
            indentWithTab,
          ]),
          this.#readOnly.of([]),
          markers,
          pendingEdits(() => owner.cancelGesture()),
          editorLook,
          EditorView.contentAttributes.of({
            'aria-label': 'Python program. Escape, then Tab, leaves the editor.',
            spellcheck: 'false',
            autocapitalize: 'off',
            translate: 'no',
            tabindex: '0', // a browser knows that it can be edited; what checks pages asks for this
          }),
          EditorView.domEventHandlers({
            paste: (event, view) => pasteTranscript(event, view, owner),
            beforeinput: (event, view) => typeOver(event, view),
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) stops.tell(update.view);
            if (update.docChanged) owner.edited(update.transactions.some((one) => one.isUserEvent(kLoad)));
          }),
        ],
      }),
    });
    makeScrollable(this.view);
  }

  get text(): string {
    return this.view.state.sliceDoc();
  }
  // Nobody's hand changes the text; it can be read, chosen and run.
  set readOnly(on: boolean) {
    this.view.dispatch({ effects: this.#readOnly.reconfigure(on ? EditorState.readOnly.of(true) : []) });
  }
  get focused(): boolean {
    return this.view.hasFocus;
  }
  focus(): void {
    this.view.focus();
  }

  // Another program in place of this one; undo brings this one back.
  load(text: string): void {
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      userEvent: kLoad,
      annotations: isolateHistory.of('full'),
      scrollIntoView: true,
    });
  }

  showDiagnostics(items: readonly Diagnostic[]): void {
    const length = this.view.state.doc.length;
    const shown = items.map((item): LintDiagnostic => {
      const to = Math.min(Math.max(0, item.from, item.to), length);
      let from = Math.min(Math.max(0, item.from), length);
      // A place between characters, such as the end of a line: what stands before it is underlined.
      if (from === to && from > this.view.state.doc.lineAt(from).from) from--;
      return {
        from,
        to,
        severity: item.severity,
        message: `${item.type}: ${item.message}`,
        renderMessage: () => diagnosticElement(item),
        actions: item.fix ? [{ name: item.fix.title, apply: () => this.mend(item.fix as Fix) }] : [],
      };
    });
    this.view.dispatch(setDiagnostics(this.view.state, shown));
  }

  // One step of the history, with the cursor behind it.
  mend(fix: Fix): void {
    const changes = this.view.state.changes(fix.edits.map(({ from, to, text }) => ({ from, to, insert: text })));
    const last = fix.edits[fix.edits.length - 1];
    this.view.dispatch({
      changes,
      selection: { anchor: changes.mapPos(last === undefined ? 0 : last.to, 1) },
      userEvent: 'input.mend',
      annotations: isolateHistory.of('full'),
      scrollIntoView: true,
    });
    this.view.focus();
  }

  // What a gesture does: one transaction and one step of the history. Selection and scroll stay where the person left them.
  // False: the edits do not fit the text.
  apply(edits: readonly Edit[]): boolean {
    if (this.view.state.readOnly || !fits(edits, this.view.state.doc.length)) return false;
    this.view.dispatch({
      changes: edits.map(({ from, to, text }) => ({ from, to, insert: text })),
      userEvent: 'input.compose',
      annotations: isolateHistory.of('full'),
    });
    return true;
  }
  // What a gesture would do if it ended now; none: nothing is pending.
  showPending(edits: readonly Edit[]): void {
    showPending(this.view, fits(edits, this.view.state.doc.length) ? edits : []);
  }
  get hasPending(): boolean {
    return isPending(this.view.state);
  }
  // The line of a place comes into view, if it is not there; the selection stays.
  reveal(offset: number): void {
    const at = Math.min(Math.max(0, offset), this.view.state.doc.length);
    this.view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'nearest', yMargin: 42 }) });
  }
  undo(): boolean {
    return undo(this.view);
  }
  redo(): boolean {
    return redo(this.view);
  }
  // Is there a step of the history to go back, or forward again?
  get steps(): { back: number; forward: number } {
    return { back: undoDepth(this.view.state), forward: redoDepth(this.view.state) };
  }

  // As if typed, but the cursor stays where it is.
  replace(from: number, to: number, text: string): void {
    this.view.dispatch({ changes: { from, to, insert: text }, userEvent: 'input.lesson' });
  }

  showMarkers(lines: readonly MarkerLine[]): void {
    showMarkers(this.view, lines);
  }
  // The text of now is what runs: lines count in it from here on.
  runBegins(): void {
    rememberRun(this.view);
  }

  // line: of the text that was started. The text of that line, or null when it is gone.
  lineText(line: number): string | null {
    const number = lineInTextOfNow(this.view, line);
    return number === null ? null : this.view.state.doc.line(number).text;
  }
  // One edit, with the focus on it.
  replaceRunLine(line: number, text: string): void {
    const number = lineInTextOfNow(this.view, line);
    if (number === null) return;
    const { from, to } = this.view.state.doc.line(number);
    this.view.dispatch({
      changes: { from, to, insert: text },
      userEvent: 'input.mend',
      annotations: isolateHistory.of('full'),
    });
    this.#select(from + text.length);
  }
  goToRunLine(line: number): void {
    const number = lineInTextOfNow(this.view, line);
    if (number !== null) this.#select(this.view.state.doc.line(number).from);
  }
  goTo(offset: number): void {
    this.#select(Math.min(offset, this.view.state.doc.length));
  }

  #select(at: number): void {
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    this.view.focus();
  }
}

function diagnosticElement(item: Diagnostic): HTMLElement {
  const box = make('div');
  box.append(make('strong', '', item.type), `: ${item.message}`);
  if (item.hint) box.append(make('div', '', item.hint));
  return box;
}

// Where highlighted text is typed over, Chromium itself would keep its colour with a style attribute, which the page's content
// security policy forbids: so the selection is replaced here, by the way that everything typed goes.
function typeOver(event: InputEvent, view: EditorView): boolean {
  const { main, ranges } = view.state.selection;
  const text = event.data;
  if (event.inputType !== 'insertText' || text === null || main.empty || ranges.length > 1) return false;
  if (view.composing || view.state.readOnly) return false;
  const typed = () =>
    view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
  const handlers = view.state.facet(EditorView.inputHandler);
  if (!handlers.some((handler) => handler(view, main.from, main.to, text, typed))) view.dispatch(typed());
  event.preventDefault();
  return true;
}

// The raw text goes in first and the program takes its place, so that one undo brings the prompts back.
function pasteTranscript(event: ClipboardEvent, view: EditorView, owner: EditorOwner): boolean {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/^[ \t]*>>> ?/m.test(text)) return false;
  const program = owner.transcript(text);
  if (program === null) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(text), {
    userEvent: 'input.paste',
    annotations: isolateHistory.of('full'),
  });
  const to = view.state.selection.main.head;
  const from = to - view.state.toText(text).length;
  view.dispatch({
    changes: { from, to, insert: program },
    selection: { anchor: from + view.state.toText(program).length },
    userEvent: 'input.transcript',
    annotations: isolateHistory.of('full'),
    scrollIntoView: true,
  });
  owner.converted();
  return true;
}

// A region that scrolls must be reachable by key; the content inside already is.
function makeScrollable(view: EditorView): void {
  view.scrollDOM.removeAttribute('tabindex');
}
