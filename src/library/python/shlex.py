"""Command lines cut into words. Mirrors what CPython's Lib/shlex.py offers as functions."""
import re as _re

__all__ = ["split", "quote", "join"]


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    if not posix:
        raise NotImplementedError("Simul's shlex.split() knows posix=True only")
    words, word, at = [], None, 0
    while at < len(s):
        char = s[at]
        at += 1
        if char in " \t\r\n":
            if word is not None:
                words.append(word)
                word = None
        elif char == "#" and comments:
            if word is not None:
                words.append(word)
                word = None
            end = s.find("\n", at)
            at = len(s) if end < 0 else end
        elif char == "\\":
            if at == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[at]
            at += 1
        elif char in "'\"":
            word = word or ""
            while True:
                if at == len(s):
                    raise ValueError("No closing quotation")
                inner = s[at]
                at += 1
                if inner == char:
                    break
                if inner == "\\" and char == '"':
                    if at == len(s):
                        raise ValueError("No escaped character")
                    inner = s[at] if s[at] in '"\\' else "\\" + s[at]
                    at += 1
                word += inner
        else:
            word = (word or "") + char
    if word is not None:
        words.append(word)
    return words


def join(split_command):
    return ' '.join(quote(arg) for arg in split_command)


def quote(s):
    if not s:
        return "''"
    if _re.search(r'[^\w@%+=:,./-]', s, _re.ASCII) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
