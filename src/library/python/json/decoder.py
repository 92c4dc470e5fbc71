"""Mirrors CPython's Lib/json/decoder.py."""
from _json import make_scanner, scanstring

__all__ = ['JSONDecoder', 'JSONDecodeError']

_CONSTANTS = {'-Infinity': float('-inf'), 'Infinity': float('inf'), 'NaN': float('nan')}


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        before = doc[:pos]
        self.lineno = before.count('\n') + 1
        self.colno = pos - before.rfind('\n')
        super().__init__(f'{msg}: line {self.lineno} column {self.colno} (char {pos})')

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _white(s, at):
    while at < len(s) and s[at] in ' \t\n\r':
        at += 1
    return at


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.parse_string = scanstring
        self.memo = {}
        self.scan_once = make_scanner(self)

    def decode(self, s):
        value, end = self.raw_decode(s, idx=_white(s, 0))
        end = _white(s, end)
        if end == len(s):
            return value
        raise JSONDecodeError("Extra data", s, end)

    def raw_decode(self, s, idx=0):
        try:
            return self.scan_once(s, idx)
        except StopIteration as nothing:
            raise JSONDecodeError("Expecting value", s, nothing.value) from None
