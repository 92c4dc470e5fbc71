"""File names against patterns as a shell has them. Mirrors CPython's Lib/fnmatch.py."""
import functools
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


@functools.lru_cache(maxsize=32768, typed=True)
def _matcher(pat):
    if isinstance(pat, bytes):
        return re.compile(bytes(translate(str(pat, "ISO-8859-1")), "ISO-8859-1")).match
    return re.compile(translate(pat)).match


def filter(names, pat):
    match = _matcher(pat)
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


def _chars(inside):
    """The regular expression for what stands between [ and ]."""
    if "-" not in inside:
        inside = inside.replace("\\", r"\\")
    else:
        chunks, begin = [], 0
        at = inside.find("-", 2 if inside[0] == "!" else 1)
        while at >= 0:
            chunks.append(inside[begin:at])
            begin = at + 1
            at = inside.find("-", at + 3)
        if inside[begin:]:
            chunks.append(inside[begin:])
        else:
            chunks[-1] += "-"
        # A range that goes down holds nothing.
        for i in range(len(chunks) - 1, 0, -1):
            if chunks[i - 1][-1] > chunks[i][0]:
                chunks[i - 1:i + 1] = [chunks[i - 1][:-1] + chunks[i][1:]]
        inside = "-".join(chunk.replace("\\", r"\\").replace("-", r"\-") for chunk in chunks)
    inside = re.sub(r"([&~|])", r"\\\1", inside)
    if not inside:
        return "(?!)"
    if inside == "!":
        return "."
    if inside[0] == "!":
        inside = "^" + inside[1:]
    elif inside[0] in ("^", "["):
        inside = "\\" + inside
    return f"[{inside}]"


def _translate(pat, star=None, question="."):
    """What the parts of the pattern mean, in one list; several stars in a row are one."""
    parts, at = [], 0
    while at < len(pat):
        char = pat[at]
        at += 1
        if char == "*":
            if not parts or parts[-1] is not star:
                parts.append(star)
        elif char == "?":
            parts.append(question)
        elif char == "[":
            end = at
            if pat[end:end + 1] == "!":
                end += 1
            if pat[end:end + 1] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                parts.append("\\[")
            else:
                parts.append(_chars(pat[at:end]))
                at = end + 1
        else:
            parts.append(re.escape(char))
    return parts


def translate(pat):
    """The regular expression that means the same."""
    parts = _translate(pat)
    out, i = [], 0
    while i < len(parts) and parts[i] is not None:
        out.append(parts[i])
        i += 1
    while i < len(parts):
        i += 1    # the star
        if i == len(parts):
            out.append(".*")
            break
        fixed = []
        while i < len(parts) and parts[i] is not None:
            fixed.append(parts[i])
            i += 1
        fixed = "".join(fixed)
        out.append(".*" + fixed if i == len(parts) else f"(?>.*?{fixed})")
    return rf"(?s:{''.join(out)})\Z"
