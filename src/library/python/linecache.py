"""Lines of the program's own text. Mirrors what programs use of CPython's Lib/linecache.py."""
import _simul

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}    # name: (size, time, lines, full name), which tracebacks read too; without a time it is never out of date


def getlines(filename, module_globals=None):
    known = cache.get(filename, ())
    return known[2] if len(known) > 1 else updatecache(filename, module_globals)


def updatecache(filename, module_globals=None):
    """Reads the file again: its lines."""
    cache.pop(filename, None)
    text, when = _simul.source(filename), None
    if text is None:
        try:
            with open(filename, encoding="utf-8") as file:
                text, when = file.read(), 0.0    # the folder keeps no times
        except (OSError, UnicodeDecodeError, SyntaxError):
            return []
    lines = [line + '\n' for line in text.removesuffix('\n').split('\n')] if text else []
    cache[filename] = len(text.encode()), when, lines, filename
    return lines


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def clearcache():
    cache.clear()


def checkcache(filename=None):
    """Forgets the files whose size has changed."""
    import os
    for name in list(cache) if filename is None else [filename] if filename in cache else ():
        size, when, *_ = cache[name]
        if when is not None and (not os.path.exists(name) or os.path.getsize(name) != size):
            del cache[name]


def lazycache(filename, module_globals):
    return False
