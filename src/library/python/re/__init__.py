"""Regular expressions. Mirrors CPython's Lib/re/__init__.py; the engine is in _sre."""
import enum
import _sre
from _sre import Match, Pattern

__all__ = ("match fullmatch search sub subn split findall finditer compile purge escape error Pattern Match A I L M S X U ASCII IGNORECASE "
           "LOCALE MULTILINE DOTALL VERBOSE UNICODE NOFLAG RegexFlag PatternError").split()


class PatternError(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = 1 + pattern[:pos].count(newline)
            self.colno = pos - pattern.rfind(newline, 0, pos)
            place = f"line {self.lineno}, column {self.colno}"
            msg = f"{msg} at position {pos}" + (f" ({place})" if newline in pattern else "")
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
    _numeric_repr_ = hex


def _flag_text(self):
    if not self._name_:
        return f're.RegexFlag({self._value_})' if self._value_ else 're.NOFLAG'
    return '|'.join([name if name[0].isdigit() else 're.' + name for name in self._name_.split('|')])


RegexFlag.__repr__ = _flag_text
RegexFlag.__str__ = RegexFlag.__repr__
globals().update(RegexFlag.__members__)


_UNSAID = type("_ZeroSentinel", (int,), {})()


def _by_position(function, needed, name, given, *named):
    """What came behind the text by its position: still taken, with a warning that names are wanted."""
    for each, value in zip((name, "flags")[:len(given)], named):
        if value is not _UNSAID:
            raise TypeError(f"{function}() got multiple values for argument {each!r}")
    if len(given) > 2:
        raise TypeError(f"{function}() takes from {needed} to {needed + 2} positional arguments but {needed + len(given)} were given")
    import warnings
    warnings.warn(f"{name!r} is passed as positional argument", DeprecationWarning, stacklevel=3)
    return given + named[len(given):]


# What replaces and what cuts.

def sub(pattern, repl, string, *args, count=_UNSAID, flags=_UNSAID):
    if args:
        count, flags = _by_position("sub", 3, "count", args, count, flags)
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_UNSAID, flags=_UNSAID):
    if args:
        count, flags = _by_position("subn", 3, "count", args, count, flags)
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_UNSAID, flags=_UNSAID):
    if args:
        maxsplit, flags = _by_position("split", 2, "maxsplit", args, maxsplit, flags)
    return _compile(pattern, flags).split(string, maxsplit)


# What looks for one place, from the strictest on, and for all.

def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


_special_chars_map = str.maketrans({each: '\\' + each for each in '\t\n\v\f\r #$&()*+-.?[\\]^{|}~'})


def escape(pattern):
    if not isinstance(pattern, str):
        return escape(str(pattern, 'latin1')).encode('latin1')
    return pattern.translate(_special_chars_map)


_cache = {}    # patterns as they came first; beyond 512 the oldest goes


def purge():
    _cache.clear()


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def _compile(pattern, flags):
    if type(flags) is not int and isinstance(flags, int):
        flags = int(flags)    # a RegexFlag and the number it stands for are one key
    key = type(pattern), pattern, flags
    found = _cache.get(key)
    if found is None:
        if isinstance(pattern, Pattern):
            if flags:
                raise ValueError("cannot process flags argument with a compiled pattern")
            return pattern
        if not isinstance(pattern, (str, bytes)):
            raise TypeError("first argument must be string or compiled pattern")
        found = _sre.compile(pattern, flags)
        if len(_cache) >= 512:
            del _cache[next(iter(_cache))]
        _cache[key] = found
    return found


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
