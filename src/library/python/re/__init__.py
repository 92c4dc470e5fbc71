"""Regular expressions. Mirrors CPython's Lib/re/__init__.py; the engine is in _sre."""
import enum
import functools
import _sre
from _sre import Match, Pattern

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
           "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE",
           "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError"]


class PatternError(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = '%s at position %d' % (msg, pos)
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = '%s (line %d, column %d)' % (msg, self.lineno, self.colno)
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


def _compile_template(wrong):
    raise wrong


error = PatternError
_sre.set_error(PatternError, _compile_template)


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = _sre.FLAG_A
    IGNORECASE = I = _sre.FLAG_I
    LOCALE = L = _sre.FLAG_L
    UNICODE = U = _sre.FLAG_U
    MULTILINE = M = _sre.FLAG_M
    DOTALL = S = _sre.FLAG_S
    VERBOSE = X = _sre.FLAG_X
    DEBUG = _sre.FLAG_DEBUG


RegexFlag.__repr__ = lambda self: ('re.' + self._name_.replace('|', '|re.') if self._name_ else 're.RegexFlag(0)'
                                   if self._value_ else 're.NOFLAG')
RegexFlag.__str__ = RegexFlag.__repr__
globals().update(RegexFlag.__members__)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def purge():
    _cache.clear()


_special_chars_map = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special_chars_map)
    return str(pattern, 'latin1').translate(_special_chars_map).encode('latin1')


_cache = {}


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    made = _sre.compile(pattern, flags)
    if len(_cache) >= 512:
        del _cache[next(iter(_cache))]
    _cache[key] = made
    return made


class Scanner:
    """Words of a text by the first of several patterns, each with what is made of it. CPython has it without a word about it."""

    def __init__(self, lexicon, flags=0):
        self.lexicon, parts, self._which, groups = lexicon, [], {}, 0
        for phrase, action in lexicon:
            groups += 1
            self._which[groups] = action
            parts.append(f"({phrase})")
            groups += compile(phrase, flags).groups
        self.scanner = compile("|".join(parts), flags)

    def scan(self, string):
        result, at = [], 0
        next_match = self.scanner.scanner(string).match
        while (found := next_match()) is not None and found.end() != at:
            at = found.end()
            action = self._which[next(n for n in self._which if found.start(n) >= 0)]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
        return result, string[at:]
