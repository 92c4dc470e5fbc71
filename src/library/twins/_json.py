"""CPython's Modules/_json.c: strings and the scanner."""

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
        return self._value(text, at)

    def _value(self, text, at):
        letter = text[at:at + 1]
        if letter == '"':
            return scanstring(text, at + 1, self.strict)
        if letter == '{':
            return self._object(text, at + 1)
        if letter == '[':
            return self._array(text, at + 1)
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

    def _object(self, text, at):
        pairs = []
        at = _blanks(text, at)
        if text[at:at + 1] == '}':
            at += 1
        else:
            while True:
                if text[at:at + 1] != '"':
                    _error("Expecting property name enclosed in double quotes", text, at)
                key, at = scanstring(text, at + 1, self.strict)
                key = self.memo.setdefault(key, key)
                at = _blanks(text, at)
                if text[at:at + 1] != ':':
                    _error("Expecting ':' delimiter", text, at)
                at = _blanks(text, at + 1)
                try:
                    value, at = self._value(text, at)
                except StopIteration as error:
                    _no_value(error, text)
                pairs.append((key, value))
                at = _blanks(text, at)
                if text[at:at + 1] == '}':
                    at += 1
                    break
                if text[at:at + 1] != ',':
                    _error("Expecting ',' delimiter", text, at)
                comma = at
                at = _blanks(text, at + 1)
                if text[at:at + 1] == '}':
                    _error("Illegal trailing comma before end of object", text, comma)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        made = dict(pairs)
        return (made if self.object_hook is None else self.object_hook(made)), at

    def _array(self, text, at):
        values = []
        at = _blanks(text, at)
        if text[at:at + 1] == ']':
            return values, at + 1
        while True:
            try:
                value, at = self._value(text, at)
            except StopIteration as error:
                _no_value(error, text)
            values.append(value)
            at = _blanks(text, at)
            if text[at:at + 1] == ']':
                return values, at + 1
            if text[at:at + 1] != ',':
                _error("Expecting ',' delimiter", text, at)
            comma = at
            at = _blanks(text, at + 1)
            if text[at:at + 1] == ']':
                _error("Illegal trailing comma before end of array", text, comma)


def _no_value(error, text):
    from json.decoder import JSONDecodeError
    raise JSONDecodeError("Expecting value", text, error.value) from None
