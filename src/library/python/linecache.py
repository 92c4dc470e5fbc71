"""Lines of the program's own text. Mirrors what programs use of CPython's Lib/linecache.py."""
import _simul

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][1]
    text = _simul.source(filename)
    if text is None:
        try:
            with open(filename, encoding="utf-8") as file:
                text = file.read()
        except (OSError, UnicodeDecodeError):
            return []
    lines = [line + '\n' for line in text.removesuffix('\n').split('\n')] if text else []
    cache[filename] = len(text.encode()), lines
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
        if _simul.source(name) is None and (not os.path.exists(name) or os.path.getsize(name) != cache[name][0]):
            del cache[name]


def lazycache(filename, module_globals):
    return False
