"""The names in the folder that fit a pattern. Mirrors CPython's Lib/glob.py."""
import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob", "translate"]
magic_check = re.compile("([*?[])")


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    found = _found(pathname, pathname[:0] if root_dir is None else os.fspath(root_dir), recursive, False, include_hidden)
    if not pathname or recursive and pathname[:2] == "**":
        found = _but_empty(found)
    return found


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return [*iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden)]


def _but_empty(names):
    for at, name in enumerate(names):
        if name or at:
            yield name


def _found(pathname, root, recursive, folders, hidden):
    above, last = os.path.split(pathname)
    if not has_magic(pathname):
        if os.path.lexists(_join(root, pathname)) if last else os.path.isdir(_join(root, above)):
            yield pathname
        return
    if not above:
        yield from _inside(root, last, recursive, folders, hidden)
        return
    for each in _found(above, root, recursive, True, hidden) if above != pathname and has_magic(above) else [above]:
        for name in _inside(_join(root, each), last, recursive, folders, hidden):
            yield os.path.join(each, name)


def _inside(folder, pattern, recursive, folders, hidden):
    """What fits the last part of a pattern, by the names in this folder."""
    if not has_magic(pattern):
        return [pattern] if os.path.lexists(_join(folder, pattern)) and pattern or not pattern and os.path.isdir(folder) else []
    if recursive and pattern == "**":
        return _below(folder, folders, hidden, not folder or os.path.isdir(folder))
    return fnmatch.filter([name for name in _names(folder, folders) if hidden or pattern[0] == "." or name[0] != "."], pattern)


def _names(folder, folders):
    try:
        return [each.name for each in os.scandir(folder or ".") if not folders or each.is_dir()]
    except OSError:
        return []


def _below(folder, folders, hidden, itself):
    if itself:
        yield ""
    for name in _names(folder, folders):
        if hidden or name[0] != ".":
            yield name
            for each in _below(_join(folder, name), folders, hidden, False):
                yield _join(name, each)


def _join(folder, name):
    return os.path.join(folder, name) if folder and name else folder or name


def has_magic(s):
    return magic_check.search(s) is not None


def escape(pathname):
    return magic_check.sub(r"[\1]", pathname)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The regular expression that means the same for whole paths."""
    seps = seps or os.sep
    escaped = "".join(map(re.escape, seps))
    sep = f"[{escaped}]" if len(seps) > 1 else escaped
    other = f"[^{escaped}]"
    last = f"{other}+" if include_hidden else f"[^{escaped}.]{other}*"
    one = f"{last}{sep}"
    many, many_last = (f"(?:.+{sep})?", ".*") if include_hidden else (f"(?:{one})*", f"(?:{one})*(?:{last})?")
    parts, out = re.split(sep, pat), []
    for at, part in enumerate(parts):
        more = at < len(parts) - 1
        if part == "*":
            out.append(one if more else last)
        elif recursive and part == "**":
            if not more:
                out.append(many_last)
            elif parts[at + 1] != "**":
                out.append(many)
        else:
            if part:
                if not include_hidden and part[0] in "*?":
                    out.append(r"(?!\.)")
                out += fnmatch._translate(part, f"{other}*", other)
            if more:
                out.append(sep)
    return rf"(?s:{''.join(out)})\Z"
