# Letters that are one letter without case, flags behind blanks and other flags, flags of a part of a pattern.
import re
import weakref

for group in ("kK\u212a", "sS\u017f", "\xe5\xc5\u212b", "iI\u0131\u0130", "\u03b8\u0398\u03d1\u03f4", "\u03c9\u03a9\u2126", "\xdf\u1e9e",
              "\u03c3\u03c2\u03a3", "\u01c4\u01c5\u01c6", "\ufb05\ufb06", "\u0432\u0412\u1c80", "\xb5\u03bc\u039c"):
    print(ascii(group), [sum(re.fullmatch(how % each, other, re.I) is not None for each in group for other in group)
                         for how in ("%s", "[%s]", "[%s-\uffff]", "(?:%s|;)")])
print(re.match(r"[\u2129-\u212b]", "K", re.I), re.match("\u212a", "k", re.I | re.A))

for pattern in ("(?s)(?i).a", " (?x) a", "#x\n(?x)#y\n a", "(?#note)(?i)a", "a(?i)", "(?:(?i)a)", "|(?i)a"):
    try:
        print(repr(pattern), re.compile(pattern, re.X).flags)
    except re.PatternError as error:
        print(repr(pattern), error)

for pattern in (r"\w(?a:\W)\w", r"(?a:\W(?u:\w)\W)"):
    print(pattern, re.match(pattern, "\xe0\xe0\xe0"))
print(re.match(r"\W(?u:\w)\W", "\xe0\xe0\xe0", re.ASCII))
for pattern in (r"(?L)a", rb"(?u)a", r"(?au:a)", rb"(?aL:a)", r"(?a-i)", r"(?-a:a)", "(?<"):
    try:
        print(pattern, re.compile(pattern))
    except re.PatternError as error:
        print(pattern, error)


class Second:
    def __index__(self):
        return 2


match = re.match("(a)(b)", "ab")
print(match.group(Second(), 1), match[Second()], match.span(Second()))
print(re.sub(b"y", bytearray(b"a"), b"xyz"), re.sub(bytes(b"y"), memoryview(b"\\g<0>!"), b"xyz"))
print(weakref.ref(match.re)() is match.re)
for flags in (re.I | re.S | 1 << 20, re.RegexFlag(0), ~re.I, ~(re.I | re.X | 1 << 20), re.RegexFlag(1 << 20)):
    print(repr(flags), str(flags))
