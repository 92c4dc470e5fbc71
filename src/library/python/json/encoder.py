"""Mirrors CPython's Lib/json/encoder.py."""
from _json import encode_basestring, encode_basestring_ascii, make_encoder as c_make_encoder

INFINITY = float('inf')


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if default is not None:
            self.default = default
        if separators is None:
            if indent is not None:
                self.item_separator = ','    # the line ends there
        else:
            self.item_separator, self.key_separator = separators

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        chunks = self.iterencode(o, _one_shot=True)
        return ''.join(chunks if isinstance(chunks, (list, tuple)) else list(chunks))

    def iterencode(self, o, _one_shot=False):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        make = c_make_encoder if _one_shot else _Pieces
        text = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        return make({} if self.check_circular else None, self.default, text, indent, self.key_separator, self.item_separator,
                    self.sort_keys, self.skipkeys, self.allow_nan)(o, 0)


class _Pieces:
    """The text piece by piece, each when it is asked for: what dump() writes. One generator deeper for each container."""

    def __init__(self, markers, default, text, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan):
        self.open, self.default, self.text, self.indent = markers, default, text, indent
        self.key_separator, self.item_separator = key_separator, item_separator
        self.sort_keys, self.skipkeys, self.allow_nan = sort_keys, skipkeys, allow_nan

    def number(self, o):
        if o != o:
            text = 'NaN'
        elif o == INFINITY:
            text = 'Infinity'
        elif o == -INFINITY:
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text

    def __call__(self, o, level):
        if isinstance(o, str):
            yield self.text(o)
        elif o is None:
            yield 'null'
        elif o is True:
            yield 'true'
        elif o is False:
            yield 'false'
        elif isinstance(o, int):
            yield int.__repr__(o)
        elif isinstance(o, float):
            yield self.number(o)
        elif isinstance(o, (list, tuple)):
            yield from self.array(o, level)
        elif isinstance(o, dict):
            yield from self.object(o, level)
        else:
            if self.open is not None:
                if id(o) in self.open:
                    raise ValueError("Circular reference detected")
                self.open[id(o)] = o
            mark = id(o)
            o = self.default(o)
            yield from self(o, level)
            if self.open is not None:
                del self.open[mark]

    def array(self, items, level):
        if not items:
            yield '[]'
            return
        if self.open is not None:
            if id(items) in self.open:
                raise ValueError("Circular reference detected")
            self.open[id(items)] = items
        separator, before = self.item_separator, '['
        if self.indent is not None:
            line = '\n' + self.indent * (level + 1)
            separator += line
            before += line
        for value in items:
            if isinstance(value, str):
                yield before + self.text(value)
            elif value is None:
                yield before + 'null'
            elif value is True:
                yield before + 'true'
            elif value is False:
                yield before + 'false'
            elif isinstance(value, int):
                yield before + int.__repr__(value)
            elif isinstance(value, float):
                yield before + self.number(value)
            else:
                yield before
                if isinstance(value, (list, tuple)):
                    inner = self.array(value, level + 1)
                elif isinstance(value, dict):
                    inner = self.object(value, level + 1)
                else:
                    inner = self(value, level + 1)
                yield from inner
            before = separator
        if self.indent is not None:
            yield '\n' + self.indent * level
        yield ']'
        if self.open is not None:
            del self.open[id(items)]

    def object(self, dct, level):
        if not dct:
            yield '{}'
            return
        if self.open is not None:
            if id(dct) in self.open:
                raise ValueError("Circular reference detected")
            self.open[id(dct)] = dct
        separator, line = self.item_separator, None
        yield '{'
        if self.indent is not None:
            line = '\n' + self.indent * (level + 1)
            separator += line
        before = line
        for key, value in sorted(dct.items()) if self.sort_keys else dct.items():
            if isinstance(key, str):
                pass
            elif isinstance(key, float):
                key = self.number(key)
            elif key is True:
                key = 'true'
            elif key is False:
                key = 'false'
            elif key is None:
                key = 'null'
            elif isinstance(key, int):
                key = int.__repr__(key)
            elif self.skipkeys:
                continue
            else:
                raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
            if before is not None:
                yield before
            before = separator
            yield self.text(key)
            yield self.key_separator
            if isinstance(value, str):
                yield self.text(value)
            elif value is None:
                yield 'null'
            elif value is True:
                yield 'true'
            elif value is False:
                yield 'false'
            elif isinstance(value, int):
                yield int.__repr__(value)
            elif isinstance(value, float):
                yield self.number(value)
            else:
                if isinstance(value, (list, tuple)):
                    inner = self.array(value, level + 1)
                elif isinstance(value, dict):
                    inner = self.object(value, level + 1)
                else:
                    inner = self(value, level + 1)
                yield from inner
        if before is not line and self.indent is not None:
            yield '\n' + self.indent * level
        yield '}'
        if self.open is not None:
            del self.open[id(dct)]
