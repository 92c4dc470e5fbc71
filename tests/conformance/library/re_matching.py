# re: what a pattern matches and what a match knows.
import re

m = re.match(r"(?P<word>\w+)\s+(?P<number>\d+)?", "hello 42!")
print(m, m.group(), m.group(1, 2), m["word"], m.groups(), m.groupdict(), m.span("number"), m.start(), m.end(2), m.lastindex, m.lastgroup)
print(m.re, m.string, m.pos, m.endpos, m.expand(r"\2-\g<word>"), bool(m), re.match("x", "y"), m.regs)
print(re.search("b+", "aabbb").span(), re.fullmatch("a|ab", "ab"), re.match("ab", "xab"), re.compile("b").match("ab", 1), re.compile("$").search("abc", 0, 2))
print(re.findall(r"\d+", "1 22 333"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"a|(b)", "ab"), [x.group() for x in re.finditer("[aeiou]", "education")])
print(re.split(r"[,;]\s*", "a, b;c,d", maxsplit=2), re.split(r"(-)", "a-b-c"), re.split("x*", "axbc"), re.split(r"\b", "hi you"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("[aeiou]", lambda m: m.group().upper(), "education", count=2), re.subn("x*", "-", "abxd"))
print(re.sub(r"(?P<y>\d{4})-(\d\d)", r"\2/\g<y>\n\\", "2024-05"), re.sub("a", r"\g<0>\g<0>", "banana"), re.escape("a.b*c [x]"), re.sub("", "-", "ab"))
print(re.findall(r"^\w", "ab\ncd", re.M), re.search("a.b", "a\nb", re.S), re.findall("HeL", "hel HEL", re.I), re.search(r"""
    \d+   # digits
    \s*   # blanks
    [a-z] """, "12 x", re.VERBOSE))
print(re.compile("a", re.I | re.S), re.compile("(?im)a").flags, re.IGNORECASE | re.M, re.compile("ü", re.I).match("Ü"), re.compile(r"\w+", re.A).findall("aé b"))
print(re.findall(r"(?<=\$)\d+", "$5 6 $70"), re.findall(r"\d+(?!\d|%)", "50% 60"), re.search(r"(a)?b(?(1)c|d)", "bd abc").group(), re.match(r"(?:ab)+", "ababa").end())
print(re.match("<.*>", "<a><b>").group(), re.match("<.*?>", "<a><b>").group(), re.match(r"(\w)\1", "aab"), re.match("a{2,3}", "aaaa").group(), re.match("a{,2}b", "aab"))
print(re.match(b"(a)(b)?", b"ac").groups(b"none"), re.sub(rb"\s", b"", b"a b c"), re.match("(?i:A)b", "ab"), re.match("(?>a+)ab", "aaab"), re.match("a++", "aaa"))
print(re.compile("a") == re.compile("a"), isinstance(m, re.Match), isinstance(m.re, re.Pattern), type(m), re.compile("(a)(?P<x>b)").groupindex, re.compile("(a)(b)").groups)
email = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
print(email.findall("write to ada@example.com, or bo+x@test.co.uk."), re.sub(r"\s+", " ", "a   b\t\nc").strip())
print(re.findall(r"(\w+)=(\w+)", "a=1 b=2"), dict(re.findall(r"(\w+)=(\w+)", "a=1 b=2")), re.match(r"\(([^)]*)\)", "(x, y)").group(1))
print(re.match("(a*)*b", "a" * 25 + "b") is not None, re.match(r"(\d+)\s*([+*/-])\s*(\d+)", "12 * 3").groups(), re.match("[]^-]+", "]^-").group())
