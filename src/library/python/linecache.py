"""Lines of the program's own text. Mirrors what programs use of CPython's Lib/linecache.py."""
import _simul

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def getlines(filename, module_globals=None):
    text = _simul.source(filename)
    return [] if text is None else text.splitlines(keepends=True)


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    if not 1 <= lineno <= len(lines):
        return ''
    line = lines[lineno - 1]
    return line if line.endswith('\n') else line + '\n'


def clearcache():
    cache.clear()


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False
