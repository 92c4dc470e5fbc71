"""Text in lines of a width. Mirrors CPython's Lib/textwrap.py, with no regular expression: few programs need one just for this.

A text is cut into chunks first: blanks, words, parts of words with hyphens and dashes. A line takes chunks as long as they fit."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_BLANKS = str.maketrans(dict.fromkeys('\t\n\x0b\x0c\r ', 32))


class TextWrapper:
    unicode_whitespace_trans = _BLANKS

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        options = locals()
        del options['self']
        for name, value in options.items():
            setattr(self, name, value)

    def wrap(self, text):
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))

    # What a class of one's own may say otherwise. The names, what is given and what is changed in place are CPython's.

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _munge_whitespace(self, text):
        tabless = text.expandtabs(self.tabsize) if self.expand_tabs else text
        return tabless.translate(self.unicode_whitespace_trans) if self.replace_whitespace else tabless

    def _split(self, text):
        chunks = []
        at = blank = 0    # where the word begins, and where the blanks before it do
        for word in text.translate(_BLANKS).split(' '):
            if word:
                if blank < at:
                    chunks.append(text[blank:at])
                chunks += _parts(word) if self.break_on_hyphens and '-' in word else [word]
                blank = at + len(word)
            at += len(word) + 1
        if blank < len(text):
            chunks.append(text[blank:])
        return chunks

    def _fix_sentence_endings(self, chunks):
        for at in range(1, len(chunks)):
            if chunks[at] == ' ' and _ends_sentence(chunks[at - 1]):
                chunks[at] = '  '

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        last = self.max_lines
        if last is not None and len(self._indent(last > 1) + self.placeholder.lstrip()) > self.width:
            raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()    # the next one is the last, which is quick to take
        while chunks:
            indent = self._indent(lines)
            room = self.width - len(indent)
            line = self._take_line(chunks, room, not lines)
            if not line:
                continue
            if last is None or len(lines) + 1 < last or self._is_all(chunks) and sum(map(len, line)) <= room:
                lines.append(indent + ''.join(line))
                continue
            self._end_early(lines, line, indent, room)
            break
        return lines

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Gives the line what it has room for of a word longer than any line; all, if words stay whole and the line is empty."""
        word = reversed_chunks[-1]
        if not self.break_long_words:
            if not cur_line:
                cur_line.append(reversed_chunks.pop())
            return
        cut = width - cur_len if width > 0 else 1
        if self.break_on_hyphens and cut < len(word):
            hyphen = word.rfind('-', 0, cut)
            if hyphen > 0 and word[:hyphen].strip('-'):
                cut = hyphen + 1
        cur_line.append(word[:cut])
        reversed_chunks[-1] = word[cut:]

    # What a line is made of.

    def _indent(self, begun):
        return self.subsequent_indent if begun else self.initial_indent

    def _droppable(self, chunk):
        return self.drop_whitespace and not chunk.strip()

    def _is_all(self, left):
        return not left or len(left) == 1 and self._droppable(left[0])

    def _take_line(self, left, room, first):
        """The chunks of one line, taken from the end of `left`."""
        if not first and self._droppable(left[-1]):
            left.pop()
        line, used = [], 0
        while left and used + len(left[-1]) <= room:
            line.append(left.pop())
            used += len(line[-1])
        if left and len(left[-1]) > room:
            self._handle_long_word(left, line, used, room)
        if line and self._droppable(line[-1]):
            line.pop()
        return line

    def _end_early(self, lines, line, indent, room):
        """The last line that may be, with the placeholder behind it or behind the line before, where it fits."""
        room -= len(self.placeholder)
        while line and (not line[-1].strip() or sum(map(len, line)) > room):
            line.pop()
        if line:
            lines.append(indent + ''.join(line) + self.placeholder)
        elif lines and len(lines[-1].rstrip() + self.placeholder) <= self.width:
            lines[-1] = lines[-1].rstrip() + self.placeholder
        else:
            lines.append(indent + self.placeholder.lstrip())


def _parts(word):
    """A word without blanks, cut behind its hyphens in the middle of letters and around its dashes between words."""
    parts, begin, at = [], 0, word.find('-')
    while at >= 0:
        end = at + 1
        while word.startswith('-', end):
            end += 1
        before, after = word[max(at - 3, 0):at][::-1], word[end:end + 3]
        if end == at + 1:
            cut = _begins_with_letters(before) and _begins_with_letters(after)
        else:
            cut = (_is_word(before[:1]) or before and before[0] in '!"\'&.,?') and _is_word(after[:1])
            if cut:
                parts.append(word[begin:at])
                begin = at
        if cut:
            parts.append(word[begin:end])
            begin = end
        at = word.find('-', end)
    return [*parts, word[begin:]]


def _begins_with_letters(text):
    """Two letters, or two with a hyphen between them."""
    return _is_letter(text[:1]) and _is_letter(text[1:3].removeprefix('-')[:1])


def _is_letter(text):
    return _is_word(text) and not text.isdecimal()


def _is_word(text):
    return text.isalnum() or text == '_'


def _ends_sentence(chunk):
    body = chunk[:-1] if chunk.endswith(('"', "'")) else chunk
    return body.endswith(('.', '!', '?')) and 'a' <= body[-2:-1] <= 'z'


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
    indents = [line[:len(line) - len(line.lstrip(' \t'))] for line in lines if line]
    # What the first and the last have in common in the order of texts, all between them have.
    low, high = min(indents, default=''), max(indents, default='')
    margin = 0
    while margin < len(low) and low[margin] == high[margin]:
        margin += 1
    return '\n'.join([line[margin:] for line in lines])


def indent(text, prefix, predicate=None):
    wanted = str.strip if predicate is None else predicate
    return ''.join([prefix + line if wanted(line) else line for line in text.splitlines(True)])
