# Groups that took no part are None, sub() gives templates and functions, split() keeps what groups caught, findall() changes shape.
import re

m = re.match(r"(?P<key>\w+)(?:=(?P<value>\d+))?(;)?", "name=42")
print(m.group(), m.group(1, 2), m["key"], m.groups(), m.groups("-"), m.groupdict(), m.span("value"), m.start(3), m.lastindex, m.lastgroup, m.re.groups, m.re.groupindex, m.string, m.pos, m.endpos, m.expand(r"\2<\g<key>>"))
print(re.findall(r"a(b)?", "abaa"), re.findall(r"(a)(b)?", "aba"), re.findall(r"\d", "a1b2"), re.split(r"[,;]\s*", "a, b;c"), re.split(r"(,)", "a,b"), re.split(r"x*", "axbc"), re.split(r",", "a,b,c", maxsplit=1), re.split("", "ab"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22"), re.sub("x*", "-", "abxd"), re.subn("a", "b", "banana", count=2), re.sub(r"(?P<l>a)|b", r"<\g<l>>", "ab"), re.sub("^", "> ", "a\nb", flags=re.M))
print([m.span() for m in re.finditer(r"\b", "ab cd")], re.search(r"(?<=@)\w+(?!\w*!)", "me@home you@work!"), re.fullmatch("a|ab", "ab"), re.match("a", "ba"), re.search(r"(a+)+$", "aaaa").group(1), re.findall(r"(?i)straSSe", "STRASSE straße"))
print(re.compile(r"""
    (?P<year>\d{4}) - # the year
    (?P<month>\d\d)
""", re.VERBOSE).match("2024-06").groupdict(), re.escape("a.b*c [d]"), re.findall(r".", "a\nb"), re.findall(r"(?s).", "a\nb"), re.findall(r"^\w", "a\nb", re.M), re.findall(r"[^\W\d_]+", "ab1_é"), re.findall(r"\w+", "né 1", re.A))
print(re.match(r"(a)|(b)", "b").groups(), re.findall(r"(\w)\1", "aabbcd"), re.findall(r"a{2,3}?", "aaaaa"), re.findall(r"a{,2}", "aaa"), re.match(r"(?>a+)b", "aab"), re.match(r"a++b", "aab"), re.findall(r"(?:a|b)*+c", "abac"), re.search(r"(?P<q>['\"]).*?(?P=q)", "say 'hi'").group(), re.findall(rb"\d", b"a1"), re.match(r"(x)?(?(1)y|z)", "xy").group())
print(repr(re.compile("a", re.I | re.M)), re.compile("a") == re.compile("a"), re.match("a", "a"), bool(re.match("", "")), re.compile("(a)(?P<n>b)").groupindex, re.I | re.S, repr(re.ASCII))
for text in ("(", ")", "[", "*a", "a**", "(?P<1>a)", "(?P<a>b)(?P<a>c)", r"\1", "a{3,2}", "(?<=a+)b", "[z-a]", r"\q", "(?P=x)", "(?z)", "a(?i)", "(?P<n", "(?#", r"(?(9)a)"):
    try:
        re.compile(text)
        print(repr(text), "compiles")
    except re.PatternError as error:
        print(repr(text), error.msg, error.pos)
for wrong in (lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 5), lambda: m.group(9), lambda: m["nope"], lambda: re.sub("a", r"\3", "a"), lambda: re.sub("(a)", r"\g<x>", "a"), lambda: re.compile(re.compile("a"), re.I), lambda: re.findall(5, "a")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
