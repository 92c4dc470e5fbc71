"""CPython's Modules/_json.c: strings, the scanner and the encoder.

Both keep what is open in a list, and not on the stack: how deep they go is as deep as CPython's C code does.
"""
from _simul import natives_left

_TOO_DEEP = "maximum recursion depth exceeded"


def _takes(function):
    """How much of the room for C code a call from it takes: only Python code needs any."""
    return 2 if hasattr(function, "__code__") or hasattr(function, "__func__") else 0


_ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_SHORT = {'\\': '\\\\', '"': '\\"', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t'}
_PLAIN = {code: text for code, text in ((ord(letter), short) for letter, short in _SHORT.items())}
for _code in range(0x20):
    _PLAIN.setdefault(_code, f'\\u{_code:04x}')


_ASCII = {**_PLAIN, 0x7f: '\\u007f'}


def encode_basestring(text, /):
    return '"' + text.translate(_PLAIN) + '"'


def encode_basestring_ascii(text, /):
    text = text.translate(_ASCII)
    if not text.isascii():
        parts = []
        for letter in text:
            code = ord(letter)
            if code < 0x80:
                parts.append(letter)
            elif code < 0x10000:
                parts.append(f'\\u{code:04x}')
            else:
                code -= 0x10000
                parts.append(f'\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}')
        text = ''.join(parts)
    return '"' + text + '"'


def _error(message, text, at):
    from json.decoder import JSONDecodeError
    raise JSONDecodeError(message, text, at)


def _hex(text, at):
    digits = text[at:at + 4]
    if len(digits) == 4 and all([letter in '0123456789abcdefABCDEF' for letter in digits]):
        return int(digits, 16)
    _error("Invalid \\uXXXX escape", text, at - 1)


def scanstring(text, end, strict=True, /):
    """The string whose first letter is at `end`, and where it ends."""
    begin = end - 1
    parts = []
    while True:
        stop = end
        quote = text.find('"', end)
        if quote < 0:
            quote = len(text)
        slash = text.find('\\', end, quote)
        stop = quote if slash < 0 else slash
        piece = text[end:stop]
        if strict:
            for place, letter in enumerate(piece):
                if letter < ' ':
                    _error("Invalid control character at", text, end + place)
        parts.append(piece)
        if stop == len(text):
            _error("Unterminated string starting at", text, begin)
        if slash < 0:
            return ''.join(parts), stop + 1
        letter = text[slash + 1:slash + 2]
        if not letter:
            _error("Unterminated string starting at", text, begin)
        if letter != 'u':
            if letter not in _ESCAPES:
                _error("Invalid \\escape", text, slash)
            parts.append(_ESCAPES[letter])
            end = slash + 2
            continue
        code = _hex(text, slash + 2)
        end = slash + 6
        if 0xd800 <= code <= 0xdbff and text.startswith('\\u', end):
            low = _hex(text, end + 2)
            if 0xdc00 <= low <= 0xdfff:
                code = 0x10000 + ((code & 0x3ff) << 10 | low & 0x3ff)
                end += 6
        parts.append(chr(code))


def _blanks(text, at):
    while text[at:at + 1] in _WHITE and at < len(text):
        at += 1
    return at


_WHITE = (' ', '\t', '\n', '\r')


class make_scanner:
    def __init__(self, context):
        self.strict = context.strict
        self.object_hook = context.object_hook
        self.object_pairs_hook = context.object_pairs_hook
        self.parse_float = context.parse_float or float
        self.parse_int = context.parse_int or int
        self.parse_constant = context.parse_constant
        self.memo = {}

    def __call__(self, text, at):
        self.memo.clear()
        if at < 0:
            raise ValueError("idx cannot be negative")
        room = natives_left()
        open, keys = [], []    # arrays and objects, these as pairs; of an object the key that waits for its value
        while True:
            letter = text[at:at + 1]
            if letter == '{' or letter == '[':
                if len(open) >= room:
                    what = "object" if letter == '{' else "array"
                    raise RecursionError(f"{_TOO_DEEP} while decoding a JSON {what} from a unicode string")
                at = _blanks(text, at + 1)
                value = []
                if letter == '[':
                    if text[at:at + 1] != ']':
                        open.append(value)
                        keys.append(None)
                        continue
                elif text[at:at + 1] != '}':
                    open.append(value)
                    key, at = self._key(text, at)
                    keys.append(key)
                    continue
                else:
                    value = self._made(value, len(open) + 1, room)
                at += 1
            else:
                value, at = self._plain(text, at)
            while open:
                at = _blanks(text, at)
                letter = text[at:at + 1]
                key = keys[-1]
                if key is None:
                    open[-1].append(value)
                    if letter == ',':
                        comma = at
                        at = _blanks(text, at + 1)
                        if text[at:at + 1] == ']':
                            _error("Illegal trailing comma before end of array", text, comma)
                        break
                    if letter != ']':
                        _error("Expecting ',' delimiter", text, at)
                    value = open.pop()
                else:
                    open[-1].append((key, value))
                    if letter == ',':
                        comma = at
                        at = _blanks(text, at + 1)
                        if text[at:at + 1] == '}':
                            _error("Illegal trailing comma before end of object", text, comma)
                        keys[-1], at = self._key(text, at)
                        break
                    if letter != '}':
                        _error("Expecting ',' delimiter", text, at)
                    value = self._made(open[-1], len(open), room)
                    open.pop()
                keys.pop()
                at += 1
            else:
                return value, at

    def _key(self, text, at):
        if text[at:at + 1] != '"':
            _error("Expecting property name enclosed in double quotes", text, at)
        key, at = scanstring(text, at + 1, self.strict)
        key = self.memo.setdefault(key, key)
        at = _blanks(text, at)
        if text[at:at + 1] != ':':
            _error("Expecting ':' delimiter", text, at)
        return key, _blanks(text, at + 1)

    def _made(self, pairs, depth, room):
        hook = self.object_pairs_hook
        made = pairs
        if hook is None:
            hook = self.object_hook
            made = dict(pairs)
        if hook is None:
            return made
        if depth + _takes(hook) > room:
            raise RecursionError(_TOO_DEEP)
        return hook(made)

    def _plain(self, text, at):
        letter = text[at:at + 1]
        if letter == '"':
            return scanstring(text, at + 1, self.strict)
        if letter == 'n' and text.startswith('null', at):
            return None, at + 4
        if letter == 't' and text.startswith('true', at):
            return True, at + 4
        if letter == 'f' and text.startswith('false', at):
            return False, at + 5
        for word in ('NaN', 'Infinity', '-Infinity'):
            if letter == word[0] and text.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        return self._number(text, at)

    def _number(self, text, begin):
        size = len(text)
        at = begin + (text[begin:begin + 1] == '-')
        if at >= size or not '0' <= text[at] <= '9':
            raise StopIteration(begin)
        if text[at] == '0':
            at += 1
        else:
            while at < size and '0' <= text[at] <= '9':
                at += 1
        end, whole = at, True
        if end + 1 < size and text[end] == '.' and '0' <= text[end + 1] <= '9':
            whole = False
            end += 2
            while end < size and '0' <= text[end] <= '9':
                end += 1
        if end < size and text[end] in 'eE':
            place = end + 1
            if place < size and text[place] in '+-':
                place += 1
            if place < size and '0' <= text[place] <= '9':
                whole = False
                end = place
                while end < size and '0' <= text[end] <= '9':
                    end += 1
        return (self.parse_int if whole else self.parse_float)(text[begin:end]), end


class make_encoder:
    def __init__(self, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan):
        self.open, self.default, self.text, self.indent = markers, default, encoder, indent
        self.key_separator, self.item_separator = key_separator, item_separator
        self.sort_keys, self.skipkeys, self.allow_nan = sort_keys, skipkeys, allow_nan

    def _number(self, o):
        if o - o == 0:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return 'NaN' if o != o else 'Infinity' if o > 0 else '-Infinity'

    def _plain(self, o):
        """The text of a value without parts; None for any other."""
        if isinstance(o, str):
            return self.text(o)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._number(o)
        return None

    def _mark(self, o):
        if self.open is not None:
            if id(o) in self.open:
                raise ValueError("Circular reference detected")
            self.open[id(o)] = o

    def _key(self, key):
        """The text of a key; None: it is left out."""
        if not isinstance(key, str):
            text = self._plain(key)
            if text is not None:
                key = text
            elif self.skipkeys:
                return None
            else:
                raise TypeError(f'keys must be str, int, float, bool or None, not {type(key).__name__}')
        return self.text(key) + self.key_separator

    def _items(self, dct):
        items = dct.items() if self.sort_keys or type(dct) is not dict else dict.items(dct)
        if self.sort_keys:
            return iter(sorted(items))
        return iter(items if type(dct) is dict else list(items))

    def __call__(self, o, _current_indent_level):
        room, takes = natives_left(), _takes(self.default)
        parts, indent = [], self.indent
        write = parts.append
        open = []    # of what is open: itself, what is left of it, what stands before the next part, its end, its begin
        level = _current_indent_level
        text = self._plain(o)
        while True:
            if text is not None:
                write(text)
            elif isinstance(o, (list, tuple, dict)):
                if len(open) >= room:
                    raise RecursionError(_TOO_DEEP + " while encoding a JSON object")
                kind = list if isinstance(o, list) else tuple if isinstance(o, tuple) else dict
                begin, end = '{}' if kind is dict else '[]'
                parts_of = o
                if kind is not dict and type(o) is not kind:
                    parts_of = list(iter(o))
                if not (dict.__len__(o) if kind is dict else len(parts_of)):
                    write(begin + end)
                else:
                    self._mark(o)
                    if indent is not None:
                        end = '\n' + indent * level + end
                        level += 1
                        begin += '\n' + indent * level
                    open.append([o, self._items(o) if kind is dict else iter(parts_of), begin, end, begin])
            else:
                self._mark(o)
                if len(open) + takes > room:
                    raise RecursionError(_TOO_DEEP)
                made = self.default(o)
                if len(open) >= room:
                    raise RecursionError(_TOO_DEEP + " while encoding a JSON object")
                open.append([o, None, None, None, None])
                o = made
                text = self._plain(o)
                continue
            while open:
                holder, left, before, end, begin = row = open[-1]
                separator = self.item_separator if indent is None else self.item_separator + '\n' + indent * level
                text = o = None
                if left is None:
                    pass
                elif isinstance(holder, dict):
                    for key, o in left:
                        key = self._key(key)
                        if key is None:
                            continue
                        write(before + key)
                        before = separator
                        text = self._plain(o)
                        if text is None:
                            break
                        write(text)
                    else:
                        o = None
                else:
                    for o in left:
                        text = self._plain(o)
                        if text is None:
                            write(before)
                            before = separator
                            break
                        write(before + text)
                        before = separator
                    else:
                        o = None
                if o is not None and text is None:
                    row[2] = before
                    break
                if left is not None:
                    if indent is not None:
                        level -= 1
                    write(end if before is not begin else begin[0] + end[-1])    # no part: all its keys were left out
                open.pop()
                if self.open is not None:
                    del self.open[id(holder)]
            else:
                return (''.join(parts),)
