"""A tokenizer and a recursive descent parser, as in the re documentation."""
import re
import sys
from typing import NamedTuple, Iterator


class Token(NamedTuple):
    type: str
    value: str | float
    line: int
    column: int


class LexError(SyntaxError):
    pass


SPEC = [
    ("NUMBER", r"\d+(\.\d*)?([eE][+-]?\d+)?"),
    ("ASSIGN", r":="),
    ("END", r";"),
    ("ID", r"[A-Za-z_]\w*"),
    ("STRING", r"\"(?:\\.|[^\"\\])*\""),
    ("OP", r"[+\-*/%^()]"),
    ("NEWLINE", r"\n"),
    ("SKIP", r"[ \t]+|\#[^\n]*"),
    ("MISMATCH", r"."),
]
KEYWORDS = frozenset({"IF", "THEN", "ENDIF", "FOR", "NEXT", "GOSUB", "RETURN"})
REGEX = re.compile("|".join("(?P<%s>%s)" % pair for pair in SPEC))


def tokenize(code: str) -> Iterator[Token]:
    line_num, line_start = 1, 0
    for mo in REGEX.finditer(code):
        kind, value = mo.lastgroup, mo.group()
        column = mo.start() - line_start
        match kind:
            case "NUMBER":
                value = float(value) if "." in value or "e" in value.lower() else int(value)
            case "ID" if value in KEYWORDS:
                kind = value
            case "STRING":
                value = re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), value[1:-1])
            case "NEWLINE":
                line_start, line_num = mo.end(), line_num + 1
                continue
            case "SKIP":
                continue
            case "MISMATCH":
                raise LexError(f"{value!r} unexpected", ("<demo>", line_num, column + 1, code.splitlines()[line_num - 1] + "\n"))
        yield Token(kind, value, line_num, column)


STATEMENTS = '''
    IF quantity THEN
        total := total + price * quantity;   # sum
        tax := price * 5e-2;
        name := "a \\"quoted\\" \\tone";
    ENDIF;
'''

for token in tokenize(STATEMENTS):
    print(token)

print(REGEX.groupindex["OP"], REGEX.groups, list(REGEX.groupindex)[:3])
print(repr(REGEX)[:60], REGEX.flags, re.compile("a", re.I | re.X))
try:
    list(tokenize("a := 3 @ 4"))
except LexError as e:
    print(type(e).__mro__[1].__name__, e, e.lineno, e.offset, e.text, e.filename, e.args)
    import traceback
    traceback.print_exception(e, limit=0, file=sys.stdout)

p = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
m = p.search("on 2024-05 and 2023-11-30")
print(m, m.groupdict(default="??"), m.span("month"), m["year"], m.lastindex, m.lastgroup, m.regs)
print(p.findall("on 2024-05 and 2023-11-30"), p.sub(r"\g<month>/\g<year>", "2024-05"), p.subn(lambda m: m.expand(r"<\1>"), "2024-05 2025-06"))
print(re.split(r"([,;])\s*", "a, b;c ,d", maxsplit=2), re.split("", "abc"), re.escape("a.b*c[d]{e} f-g"))
print(m.__copy__() is m, m == p.search("on 2024-05"), bool(m), m.string[m.start():m.end()])
for bad in (r"(", r"a**", r"(?P<a>x)(?P<a>y)", r"[z-a]", r"\1", r"(?<=a*)b", r"(?i", r"*a", r"(?P=foo)", r"a{3,2}", r"(?P<1a>x)", "\\"):
    try:
        re.compile(bad)
    except re.error as e:
        print(f"{bad!r:22} {e} | {e.msg} | {e.pos} {e.lineno} {e.colno}")
print(re.fullmatch(r"(?:(\w)(\w*))+", "hello").groups(), re.match(r"(?x) a  b # c", "ab"), re.match(r"(?i:A)b", "ab"))
print([m.group() for m in re.finditer(r"(?<!\d)\d{2}(?!\d)", "1 22 333 44")], re.findall(r"(a)|(b)", "ab"), re.search(r"(?s)a.b", "a\nb"))
print(re.sub(r"(?m)^", "> ", "one\ntwo\n"), re.sub("x*", "-", "abxd"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world", count=1))
print(re.match(r"(?P<q>['\"]).*?(?P=q)", "'it' \"is\""), re.match(r"(a)?(?(1)b|c)", "c"), re.compile("a") == re.compile("a"), re.RegexFlag.I | re.S)
try:
    re.sub("(a)", r"\2", "a")
except re.error as e:
    print(e)
try:
    re.match("a", b"a")
except TypeError as e:
    print(e)
try:
    m.group("nope")
except IndexError as e:
    print(e)
print(p.scanner("2024-05 2025-06").match() if hasattr(p, "scanner") else None)
