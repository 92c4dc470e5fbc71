# re: how the functions take what stands behind the text, flags as numbers and names, where a pattern is wrong, escape, and the cache.
import re

print(re.sub("a", "b", "aaa", 1), re.subn("A", "b", "aaa", 2, re.I), re.split("a", "bab", 0), re.split("A", "bab", 1, flags=2))
print(re.sub("a", "b", "aaa", count=2), re.subn("a", "b", "aaa"), re.split("x", "axbxc", maxsplit=1), re.sub("A", "b", "aa", flags=re.I, count=1))
for call in (lambda: re.sub("a", "b", "c", 1, 2, 3), lambda: re.sub("a", "b", "c", 1, count=2), lambda: re.split("a", "b", 1, 2, flags=2), lambda: re.split("a", "b", 1, 2, 3),
             lambda: re.subn("a"), lambda: re.split("a", "b", 1, 2, 3, flags=0), lambda: re.match(5, "a"), lambda: re.match("a", "a", "b"),
             lambda: re.compile(re.compile("a"), re.X), lambda: re.search(None, ""), lambda: re.escape(5)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print([getattr(re, name)("b+", "abbb") for name in ("search", "match", "fullmatch", "findall")], [found.span() for found in re.finditer("b", "abbb")])
print(re.compile("a", re.I) is re.compile("a", 2), re.compile(re.compile("b")) is re.compile("b"), re.compile("a") == re.compile(b"a"), re.compile("a", True).flags if 0 else re.compile("a", False).flags)
print(repr(re.escape("a b\t-~é^{}#&\n\\")), re.escape(b"a.b\xff"), re.escape(bytearray(b"*")), re.escape(""))
for flags in (re.A, re.I | re.M, re.RegexFlag(0), re.NOFLAG, re.S | 2, re.U | re.X | re.L):
    print(repr(flags), str(flags), int(flags), f"{flags}")
for error in (re.error("odd"), re.error("odd", "abc"), re.error("odd", "abc", 1), re.PatternError("odd", "a\nbc\nd", 5), re.error("odd", b"a\nb", 9), re.error("odd", "a", 0)):
    print(error, vars(error), error.args)
for pattern in ("a(b", "x\n  *", "[z-a]", "(?P<1>a)"):
    try:
        re.compile(pattern)
    except re.PatternError as error:
        print(error, "|", error.msg, error.pattern == pattern, error.pos, error.lineno, error.colno, type(error).__module__, type(error).__qualname__)


def shouted(text):
    return re.sub("b", str.upper if 0 else lambda found: found[0].upper(), text, 1)


print(shouted("abb"))
re.purge()
print(re.sub(r"(?P<x>.)", r"\g<x>\1", "ab", 1, 0))
