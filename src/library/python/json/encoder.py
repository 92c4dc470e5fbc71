"""Mirrors CPython's Lib/json/encoder.py."""
from _json import encode_basestring, encode_basestring_ascii

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
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        out = []
        try:
            _Writer(self, indent, out.append).value(o, 0)
        except Exception:
            yield from out    # what came before the failure is written
            raise
        yield from out


class _Writer:
    def __init__(self, encoder, indent, write):
        self.indent = indent
        self.write = write
        self.default = encoder.default
        self.text = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.allow_nan = encoder.allow_nan
        self.item_separator = encoder.item_separator
        self.key_separator = encoder.key_separator
        self.sort_keys = encoder.sort_keys
        self.skipkeys = encoder.skipkeys
        self.open = {} if encoder.check_circular else None

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

    def plain(self, o):
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
            return self.number(o)
        return None

    def value(self, o, level):
        text = self.plain(o)
        if text is not None:
            self.write(text)
        else:
            self.compound(o, level)

    def compound(self, o, level):
        if isinstance(o, (list, tuple)):
            self.array(o, level)
        elif isinstance(o, dict):
            self.object(o, level)
        else:
            self.enter(o)
            self.value(self.default(o), level)
            self.leave(o)

    def enter(self, o):
        if self.open is not None:
            if id(o) in self.open:
                raise ValueError("Circular reference detected")
            self.open[id(o)] = o

    def leave(self, o):
        if self.open is not None:
            del self.open[id(o)]

    def array(self, items, level):
        if not items:
            self.write('[]')
            return
        self.enter(items)
        separator, before, write = self.item_separator, '[', self.write
        if self.indent is not None:
            line = '\n' + self.indent * (level + 1)
            separator += line
            before += line
        for item in items:
            text = self.plain(item)
            if text is not None:
                write(before + text)
            else:
                write(before)
                self.compound(item, level + 1)
            before = separator
        if self.indent is not None:
            self.write('\n' + self.indent * level)
        self.write(']')
        self.leave(items)

    def object(self, dct, level):
        if not dct:
            self.write('{}')
            return
        self.enter(dct)
        separator = self.item_separator
        self.write('{')
        line = None
        if self.indent is not None:
            line = '\n' + self.indent * (level + 1)
            separator += line
        first = True
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
            if first:
                first = False
                if line is not None:
                    self.write(line)
            else:
                self.write(separator)
            self.write(self.text(key))
            self.write(self.key_separator)
            self.value(value, level + 1)
        if not first and self.indent is not None:
            self.write('\n' + self.indent * level)
        self.write('}')
        self.leave(dct)
