// What a Python file cannot hold though an editor can: found on the page, since UTF-8 has no way to hand it to C++.

import type { Diagnostic } from './simul.ts';

// C++ would take more, but no shared machine should have to.
const kLargest = 4_000_000;
const kHalf = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

export function textProblems(text: string): Diagnostic[] {
  if (text.length > kLargest) {
    return [
      problem(
        text,
        0,
        0,
        'TooLong',
        `the program has ${text.length.toLocaleString('en')} characters, and ${kLargest.toLocaleString('en')} is the most that runs here`,
      ),
    ];
  }
  const half = kHalf.exec(text);
  if (half === null) return [];
  const code = half[0].charCodeAt(0).toString(16);
  const message = `'utf-8' codec can't encode character '\\u${code}': surrogates not allowed`;
  return [
    problem(
      text,
      half.index,
      half.index + 1,
      'UnicodeEncodeError',
      message,
      'This is half of a character, left over from a cut: delete it or type it again.',
    ),
  ];
}

// A text of the same length that will not compile over there either: nothing shall run in a mended form.
export const spoiled = (text: string): string => (text.length > kLargest ? '\0' : text.replace(kHalf, '\0'));

function problem(
  text: string,
  from: number,
  to: number,
  type: string,
  message: string,
  hint: string | null = null,
): Diagnostic {
  const line = text.slice(0, from).split('\n').length;
  return { type, message, line, from, to, hint, severity: 'error' };
}
