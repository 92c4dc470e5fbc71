# re: patterns that are none, and where they go wrong.
import re

for pattern in ("(", ")", "[a", "a**", "*a", "a{2,1}", "(?P<a>x)(?P<a>y)", "(?P<1a>x)", "(?P=b)", r"\1", r"\q", "[z-a]", "(?<=a+)b", "(?z)", "a\\", "(?P<a",
                "(?(2)a|b)", "[\\d-z]", r"\x1", "x{1}{2}", "(?:a", "(?", "a(?i)b", "a\n(b", "(?P<>x)", "(?P>x)", "(?(x)y)", "[a-\\w]", "(?#"):
    try:
        print(repr(pattern), re.compile(pattern))
    except re.error as error:
        print(repr(pattern), error, "|", error.msg, error.pos, error.lineno, error.colno)
for wrong in (lambda: re.sub("a", r"\1", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.sub("a", r"\g<", "a"),
              lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 3), lambda: re.match("a", "a").group(2),
              lambda: re.match("a", "a")["x"], lambda: re.compile(3), lambda: re.compile(re.compile("a"), re.I), lambda: re.match("a", "b").group(),
              lambda: re.compile("a", re.A | re.U), lambda: re.compile(b"a", re.U)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(re.error is re.PatternError, re.PatternError.__mro__[1])
re.compile("(unclosed")
