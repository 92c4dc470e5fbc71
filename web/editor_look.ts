// How the editor looks, in the colours of src/ui/tokens.def. CodeMirror puts it into the shadow root as a style sheet
// object, which the page's content security policy lets pass.

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const mix = (colour: string, percent: number): string =>
  `color-mix(in srgb, var(--${colour}) ${percent}%, transparent)`;
// On the panel's own colour, so that words keep their contrast on a red line too.
const chip = (colour: string): Record<string, string> => ({
  color: `var(--${colour})`,
  backgroundColor: `color-mix(in srgb, var(--${colour}) 14%, var(--panel))`,
});

const frame = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--panel)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--code)', lineHeight: '21px', overflow: 'auto' },
  '.cm-content': { padding: '8px 0 72px', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 16px 0 12px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--text)' },
  '.cm-selectionBackground': { backgroundColor: 'var(--selection)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { backgroundColor: mix('accent', 30) },
  '.cm-gutters': { color: 'var(--faint-text)', backgroundColor: 'var(--panel)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '30px', padding: '0 4px 0 4px' },
  '.cm-breakpoints': { width: '14px', cursor: 'pointer' },
  '.cm-dot': { display: 'block', width: '8px', height: '8px', margin: '6px 0 0 5px', borderRadius: '6px', backgroundColor: 'var(--blocking)' },
  '.cm-activeLineGutter': { color: 'var(--text)', backgroundColor: 'transparent' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: mix('accent', 20),
    outline: `1px solid ${mix('accent', 50)}`,
  },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'transparent',
    color: 'var(--failed)',
  },
  '.cm-specialChar': { color: 'var(--failed)' },
  '.cm-placeholder': { color: 'var(--faint-text)', whiteSpace: 'pre-wrap' },
});

const marks = EditorView.theme({
  '.cm-executing': { backgroundColor: mix('running', 10) },
  '.cm-blocking': { backgroundColor: mix('blocking', 16) },
  '.cm-gutterElement.cm-blocking': { color: 'var(--blocking)', boxShadow: 'inset 3px 0 0 var(--blocking)' },
  '.cm-chips': { marginLeft: '16px', whiteSpace: 'nowrap', userSelect: 'none' },
  '.cm-chip': {
    display: 'inline-block',
    height: '17px',
    padding: '0 6px',
    marginRight: '4px',
    borderRadius: '6px',
    font: '500 10.5px/17px var(--words)',
    verticalAlign: '1px',
    ...chip('cancelled'),
  },
  '.cm-chip-running': chip('running'),
  '.cm-chip-ready, .cm-chip-due': chip('due'),
  '.cm-chip-sleeping': chip('sleeping'),
  '.cm-chip-waiting': chip('waiting'),
  '.cm-chip-blocking': chip('blocking'),
  '.cm-chip-failed': chip('failed'),
  '.cm-pending': { backgroundColor: 'var(--selection)', boxShadow: 'inset 3px 0 0 var(--accent)' },
  '.cm-pending-text': {
    padding: '0 2px',
    margin: '0 -2px',
    borderRadius: '3px',
    color: 'var(--due)',
    backgroundColor: mix('accent', 24),
    outline: '1px solid var(--accent)',
  },
  '.cm-pending-gone': { color: 'var(--faint-text)', textDecoration: 'line-through' },
  '.cm-pending-change': {
    marginLeft: '16px',
    color: 'var(--accent)',
    font: '500 11px/17px var(--code)',
    whiteSpace: 'nowrap',
    userSelect: 'none',
  },
  '.cm-pending-lines': { padding: '0 16px 0 12px', whiteSpace: 'pre' },
  '.cm-pending-new': {
    color: 'var(--running)',
    backgroundColor: mix('running', 10),
    boxShadow: 'inset 3px 0 0 var(--running)',
    margin: '0 -16px 0 -12px',
    padding: '0 16px 0 12px',
  },
  '.cm-lintRange-error, .cm-lintRange-warning': {
    backgroundImage: 'none',
    paddingBottom: '0',
    textDecoration: 'underline wavy var(--failed) 1px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--due)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--failed)' },
});

const panels = EditorView.theme({
  '.cm-tooltip': {
    color: 'var(--text)',
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    overflow: 'hidden',
  },
  '.cm-diagnostic': { padding: '8px 12px', font: '400 12.5px/18px var(--words)', maxWidth: '420px' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--failed)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--due)' },
  '.cm-diagnostic-info': { borderLeft: '3px solid var(--accent)' },
  '.cm-panels': { color: 'var(--text)', backgroundColor: 'var(--raised)', font: '400 12px/18px var(--words)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-textfield': {
    color: 'var(--text)',
    backgroundColor: 'var(--canvas)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    fontSize: '12px',
  },
  '.cm-button': {
    color: 'var(--text)',
    backgroundImage: 'none',
    backgroundColor: 'var(--panel)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    fontSize: '12px',
  },
  '.cm-searchMatch': { backgroundColor: mix('due', 25) },
  '.cm-searchMatch-selected': { backgroundColor: mix('due', 50) },
  '.cm-panel.cm-search [name=close]': { color: 'var(--dim-text)', fontSize: '16px', right: '8px' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], color: 'var(--waiting)' },
  { tag: [tags.string, tags.special(tags.string), tags.docString], color: 'var(--running)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--due)' },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.definition(tags.variableName)),
      tags.definition(tags.className),
    ],
    color: 'var(--accent)',
  },
  { tag: tags.function(tags.propertyName), color: 'var(--accent)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--faint-text)' },
  { tag: [tags.operator, tags.punctuation, tags.bracket], color: 'var(--text)' },
  { tag: tags.meta, color: 'var(--dim-text)' },
]);

export const editorLook = [frame, marks, panels, syntaxHighlighting(colours)];
