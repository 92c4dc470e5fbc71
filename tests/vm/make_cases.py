#!/usr/bin/env python3.13
"""make_cases.py > cases.hpp: what CPython 3.13 answers, for the tests of src/vm that need no machine.

Run by hand with CPython 3.13 when a table is to grow; the seed is fixed, so the same script gives the same file.
"""
import random
import sys

if sys.version_info[:2] != (3, 13):
    sys.exit("CPython 3.13 is the judge")
RNG = random.Random(20240101)


def quoted(text):
    out = []
    for byte in text.encode("utf-8", "surrogatepass"):
        char = chr(byte)
        if char in '"\\':
            out.append("\\" + char)
        elif 32 <= byte < 127 and char != "?":
            out.append(char)
        else:
            out.append(f"\\{byte:03o}")
    return '"' + "".join(out) + '"'


def table(name, fields, rows):
    print(f"struct {name}Case {{\n  const char *{', *'.join(fields)};\n}};")
    print(f"inline constexpr {name}Case k{name}Cases[] = {{")
    for row in rows:
        print("    {" + ", ".join(quoted(str(cell)) for cell in row) + "},")
    print("};\n")


def integer():
    bits = RNG.choice([3, 8, 31, 32, 60, 63, 64, 65, 100, 128, 300])
    number = RNG.getrandbits(bits)
    if RNG.random() < 0.2:
        number = (1 << bits) - RNG.choice([0, 1])
    return -number if RNG.random() < 0.4 else number


def answer(function):
    try:
        return function()
    except (ValueError, ArithmeticError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


def integers():
    operations = {
        "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "//": lambda a, b: a // b,
        "%": lambda a, b: a % b, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b,
        "/": lambda a, b: repr(a / b), "cmp": lambda a, b: (a > b) - (a < b),
    }
    rows = []
    for name, operation in operations.items():
        for _ in range(16):
            a, b = integer(), integer()
            if b or name not in ("//", "%", "/"):
                rows.append((name, a, b, operation(a, b)))
    for _ in range(16):
        a, n = integer(), RNG.randrange(0, 150)
        rows.append(("<<", a, n, a << n))
        rows.append((">>", a, n, a >> n))
        rows.append(("**", a, n % 9, a ** (n % 9)))
        rows.append(("~", a, 0, ~a))
        rows.append(("hash", a, 0, hash(a)))
        rows.append(("float", a, 0, repr(float(a))))
        rows.append(("bits", a, 0, a.bit_length()))
        rows.append(("hex", a, 0, hex(a).replace("0x", "")))
        rows.append(("oct", a, 0, oct(a).replace("0o", "")))
        rows.append(("bin", a, 0, bin(a).replace("0b", "")))
    for a, b in ((1, 3), (5, 10**320), (10**320, 10**15), (1, 2**1074), (3, 2**1075), (1, 2**1076), (2**1024 - 1, 1 << 30)):
        rows.append(("/", a, b, repr(a / b)))
    table("Integer", ["operation", "a", "b", "result"], rows)
    rows = []
    for _ in range(12):
        a, e, m = integer(), RNG.randrange(-50, 200), integer() or 7
        rows.append((a, e, m, answer(lambda: pow(a, e, m))))
    table("PowerMod", ["base", "exponent", "modulus", "result"], rows)
    texts = ["12", " 12 ", "-0x1f", "0b101", "1_000", "1__0", "_1", "1_", "", "+", "0x", "zz", "010", "00", "0_0", "1e5", "9" * 30]
    table("ParseInt", ["text", "base", "result"],
          [(t, b, "" if str(r := answer(lambda: int(t, b))).startswith("Value") else r)
           for t in texts for b in (0, 10, 16, 36)])


def floats():
    values = [0.0, -0.0, 1.0, 0.1, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 2.0**-44,
              float("inf"), float("-inf"), float("nan"), 2.5, 1e22, 1e23, 0.5, 1 / 3]
    values += [RNG.uniform(-1, 1) * 10.0 ** RNG.randrange(-20, 25) for _ in range(30)]
    table("FloatRepr", ["hex", "repr", "hash"],
          [(v.hex(), repr(v), hash(v) if v == v else 0) for v in values])
    rows = []
    for v in values:
        if v - v == 0:
            n = RNG.randrange(-5, 20)
            rows.append((v.hex(), n, repr(round(v, n))))
    rows += [(v.hex(), n, repr(round(v, n))) for v, n in
             ((2.675, 2), (0.5, 0), (1.5, 0), (25.0, -1), (35.0, -1), (15.0, -1), (1e16, -15), (5e15, -16), (0.15, 1))]
    table("Round", ["hex", "digits", "result"], rows)
    texts = ["1", " 1.5 ", "1_0.5", "1__0", "_1", "1_", "1e5", "1e", ".5", "5.", ".", "inf", "-Infinity", "nan", "+nan",
             "1e400", "1e-400", "0x1", "1.5e+3", "1.5e-3", "e5", "1 2", "infinit", "1._5", "1_.5", "1e1_0"]
    table("ParseFloat", ["text", "result"], [(t, "" if "Error" in str(r := answer(lambda: repr(float(t)))) else r) for t in texts])
    rows = []
    for _ in range(60):
        a, b = (RNG.choice([RNG.uniform(-9, 9), float(RNG.randrange(-9, 9))]) for _ in range(2))
        if b:
            rows.append((a.hex(), b.hex(), repr(a // b), repr(a % b)))
    table("FloatDivide", ["a", "b", "quotient", "remainder"], rows)


def formats():
    rows = []
    fills = ["", "<", ">", "^", "=", "*<", "0>", "x=", "\u20ac^"]
    for _ in range(150):
        spec = RNG.choice(fills) + RNG.choice(["", "", "+", " ", "-"]) + RNG.choice(["", "", "z", "#"]) + \
            RNG.choice(["", "", "0"]) + RNG.choice(["", "8", "14"]) + RNG.choice(["", "", ",", "_"]) + \
            RNG.choice(["", "", ".0", ".3", ".10"]) + RNG.choice(["", "", "d", "f", "e", "g", "G", "%", "x", "X", "b", "o", "n", "s", "c", "q"])
        kind = RNG.choice(["int", "float", "str"])
        value = {"int": RNG.choice([0, 65, -1234567, 10**20]), "float": RNG.choice([0.0, -0.0, 3.14159, -1234567.891, 1e20, float("inf"), 1e-7]),
                 "str": RNG.choice(["", "abc", "h\u00e9llo"])}[kind]
        rows.append((kind, value.hex() if kind == "float" else value, spec, answer(lambda: format(value, spec))))
    table("Format", ["kind", "value", "spec", "result"], rows)


def texts():
    samples = ["", "hello world", "HELLO", "Hello World", "h\u00e9LLO \u00df", "\u0130stanbul", "\ufb01x \u01c6", "\u1e9e\u00df", "\u03a3\u03a3 \u03a3",
               "it's", "say \"hi\"", "it's \"both\"", "tab\tnew\nline\r\\", "\x00\x7f\x80\u200b\ufeff", "\U0001f600 \u4e2d\u6587", "\ud800x",
               "12\u00b2\u2155\u0664", "x1 _y", "\u3000\u2003", "\u0345a", "o\u0308\u0301A"]
    methods = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "isalpha", "isdigit", "isdecimal", "isnumeric", "isspace",
               "isalnum", "isupper", "islower", "istitle", "isidentifier", "isprintable"]
    rows = [(m, s, getattr(s, m)()) for s in samples for m in methods]
    rows += [("repr", s, repr(s)) for s in samples] + [("ascii", s, ascii(s)) for s in samples]
    for s in ["a b  c", "  a b  ", "a,b,,c", "", " ", ",", "x\u3000y"]:
        for method, arguments in (("split", (None, -1)), ("split", (None, 1)), ("rsplit", (None, 1)), ("split", (",", -1)),
                                  ("split", (",", 1)), ("rsplit", (",", 1))):
            rows.append((f"{method} {arguments[0] or 'spaces'} {arguments[1]}", s, "|".join(getattr(s, method)(*arguments))))
    rows += [("splitlines", s, "|".join(s.splitlines())) for s in ("a\nb", "a\r\nb\n", "\n", "", "a\u2028b\x0bc")]
    table("Text", ["method", "text", "result"], rows)
    checksums = []
    for name in ("isalpha", "isdigit", "isdecimal", "isnumeric", "isspace", "isupper", "islower", "isprintable", "isidentifier"):
        checksums.append((name, sum(getattr(chr(c), name)() * (c % 9973 + 1) for c in range(0x110000))))
    for name in ("upper", "lower", "title", "casefold"):
        checksums.append((name, sum(sum(map(ord, getattr(chr(c), name)())) * (c % 97 + 1) for c in range(0x110000))))
    table("Unicode", ["property", "checksum"], checksums)


def randoms():
    rows = []
    for seed in (0, 1, 42, -42, 2**70 + 3):
        rng = random.Random(seed)
        rows.append((f"int:{seed}", repr(rng.random()), rng.getrandbits(40), rng.randrange(10), rng.randrange(10**12),
                     repr(rng.gauss(0, 1)), repr(rng.gauss(0, 1)), repr(rng.expovariate(2)), repr(rng.betavariate(2, 3))))
    for seed in ("", "simul", "h\u00e9"):
        rng = random.Random(seed)
        rows.append((f"str:{seed}", repr(rng.random()), rng.getrandbits(40), rng.randrange(10), rng.randrange(10**12),
                     repr(rng.gauss(0, 1)), repr(rng.gauss(0, 1)), repr(rng.expovariate(2)), repr(rng.betavariate(2, 3))))
    table("Random", ["seed", "real", "bits", "small", "large", "gauss", "gauss2", "exponential", "beta"], rows)


print("// What CPython 3.13 answers. Made by tests/vm/make_cases.py, which says how.\n// clang-format off\n#pragma once\n")
print("namespace simul::vm::cases {\n")
integers()
floats()
formats()
texts()
randoms()
print("}  // namespace simul::vm::cases")
