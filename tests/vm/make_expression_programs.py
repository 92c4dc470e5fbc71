#!/usr/bin/env python3
"""make_expression_programs.py: writes tests/conformance/types/*.py, programs that show one expression a line.

Simul has no eval, so each expression becomes a lambda beside its text. After a change here:
    tests/vm/make_expression_programs.py && scripts/conformance.py --bless tests/conformance/types
"""
from pathlib import Path

HEAD = '''# {title}: every line is an expression, and what it gives or raises. Made by tests/vm/make_expression_programs.py.
{imports}

def show(text, function):
    try:
        result = repr(function())
    except Exception as error:
        result = f"{{type(error).__name__}}: {{error}}"
    print(text, "->", result)


class Number:
    """Converts where it is asked to."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __float__(self):
        return float(self.value)

    def __repr__(self):
        return f"Number({{self.value}})"


class Key:
    """Equal to other keys of the same letter, without regard to case."""

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return isinstance(other, Key) and self.text.lower() == other.text.lower()

    def __hash__(self):
        return hash(self.text.lower())

    def __lt__(self, other):
        return self.text < other.text

    def __repr__(self):
        return f"<{{self.text}}>"


def same(value):
    return value


def filled(function, start):
    """start after function(start), and what it gave."""
    result = function(start)
    return start, result


'''

PROGRAMS = {
    "integers": ("Integers", "", r"""
7 // 2, -7 // 2, 7 // -2, -7 // -2
7 % 3, -7 % 3, 7 % -3, -7 % -3
divmod(-7, 2), divmod(7, -2), divmod(10**20, 7)
2**10, 2**100, (-3)**3, 2**-2, 0**0, 10**25
1/3, 10**30/10**28, 2**1100/2**1090, -1/4
1/0
1//0
1%0
divmod(1, 0)
0**-1
5 & 3, 5 | 3, 5 ^ 3, ~5, -5 & 3, -5 | 3, -5 ^ 3
1 << 70, (1 << 70) >> 68, -1 >> 100, -5 >> 1, 5 >> 100
1 << -1
2**64 & -2**63, 2**64 | 1, -2**64 ^ 5, ~2**70
-2**63, 2**63, 2**63 - 1, -2**63 - 1, 4611686018427387904, -4611686018427387905
4611686018427387903 + 1, 4611686018427387904 - 1, 3037000500 * 3037000500, -2**62 * 2
9223372036854775807 + 1, -9223372036854775808 - 1, 2**62 // -1, -2**63 // -1
int(), int("12"), int(" -12 "), int("1_000"), int("ff", 16), int("0b11", 0), int("z", 36), int("٣")
int("a")
int("")
int("1__0")
int("12", 1)
int(3, 10)
int([])
int(None)
int("9" * 4301)
int(1.9), int(-1.9), int(True), int(Number(4)), int(b"17"), int(1e20)
int(float("nan"))
int(float("inf"))
(255).bit_length(), (-8).bit_length(), (255).bit_count(), (5).conjugate(), (5).is_integer()
(1000).to_bytes(2), (1000).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), int.from_bytes(b"\x03\xe8"), int.from_bytes(b"\xff\xfe", signed=True)
(256).to_bytes(1)
(-1).to_bytes(1)
round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(5), round(10**20 + 5, -1)
hex(255), hex(-255), oct(8), bin(-5), bin(0), hex(2**70)
hex(1.5)
hash(5), hash(-1), hash(2**61 - 1), hash(2**61), hash(-2**100), hash(True)
pow(3, 4, 5), pow(3, -1, 7), pow(-3, 3, 7), pow(2, 10, -7), pow(2, 200, 10**9 + 7)
pow(2, -1, 4)
pow(2, 3, 0)
pow(2.0, 3, 4)
1 < 2 < 3, 1 == 1.0, 1 == True, 2**53 + 1 == float(2**53), 10**400 > 1e308, -10**400 < float("-inf")
True + True, True & False, True | 0, True ^ True, -True, True * 3, isinstance(True, int)
bool(0), bool([]), bool("x"), bool(None), bool(0.0), bool()
1 + "a"
"a" < 1
1 < None
-"a"
abs(-5), abs(-2**70), +True, abs(-2.5)
(5).real, (5).imag, (5).numerator, (5).denominator, (7).as_integer_ratio()
10**30 - 10**30, 10**18 * 10**18 // 10**18, (10**40) % (10**19 + 1)
str(10**50), repr(-10**20), f"{10**15:,}", f"{-10**20:_d}"
str(10**5000)
int.__name__, type(2**70), (2).__add__(3), (2).__radd__(3), (5).__floordiv__(2), int.__mul__(2, 3)
sum([1, 2, 3]), sum(range(101)), sum([2**62, 2**62, 2**62]), sum([], 5)
max(3, 1, 2), min([3, 1, 2]), max("b", "a"), max([1, 5, 3], key=lambda x: -x), min([], default="none")
max([])
max(1, "a")
"""),
    "floats": ("Floats", "import math", r"""
0.1 + 0.2, 1e16, 1e15, 1e-5, 1e-4, 123456789.123456789, 5e-324, 1.7976931348623157e308, -0.0
float("inf"), float("-inf"), float("nan"), 1e400, -1e400
float("1_0.5"), float(" 2.5 "), float("1e3"), float(".5"), float("5."), float("Infinity"), float(), float(True), float(Number(3))
float("x")
float("")
float([])
float(10**400)
1.0 / 0
1.0 // 0
1.0 % 0
divmod(1.0, 0)
7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 1e20 // 3, -0.0 // 1
2.0 ** 3, 2 ** 0.5, (-8) ** (1 / 3), 4 ** -0.5, 0.0 ** 0
2.0 ** 10000
0.0 ** -1
round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(0.5), round(1e20), round(1.5, 0), round(5.015, 2)
round(float("nan"))
round(float("inf"))
round(1.5, "a")
round("a")
(1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p+1"), (-0.1).hex()
float.fromhex("zz")
hash(1.5), hash(0.1), hash(float("inf")), hash(-0.0), hash(1e300), hash(2.0**70)
1.5 < 2, 1.5 == 3 / 2, float("nan") == float("nan"), float("inf") > 10**400, 0.1 == 1 / 10
int(1e25), int(-1e25), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5)
sum([0.1] * 10), sum([0.1, 0.2, 0.3]), sum([1, 2.5, 3]), sum([1e100, 1.0, -1e100])
str(1.0), repr(1e22), str(1e100), repr(1.1), f"{1/3}", f"{2.0}"
complex(1, 2), 1j * 1j, 2j ** 2, (1 + 2j) * (3 - 1j), (1 + 2j) / (1 - 1j), abs(3 + 4j), -(1 + 2j), (1 + 2j).conjugate()
complex("1+2j"), complex("j"), complex(1.5), 1j == 1j, 1 + 0j == 1, complex("-2.5e3-1j"), 0j, -1j
1j / 0
1j < 2j
math.sqrt(16), math.pi, math.e, math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2)
math.sqrt(-1)
math.log(0)
math.log(100, 10), math.log2(8), math.log10(1000), math.log(10**400), math.exp(0), math.sin(0.5), math.hypot(3, 4)
math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(1.5)
math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.isqrt(17), math.degrees(math.pi), math.radians(180), math.dist((0, 0), (3, 4))
math.sqrt("a")
math.factorial(-1)
"""),
    "formatting": ("Formatting", "import datetime" * 0, r"""
f"{5:3d}|{5:<3}|{5:^5}|{5:>4}|{5:03}|{-5:05}|{5:+}|{5: }"
f"{1234567:,}|{1234567:_}|{1234567.891:,.2f}|{0:,}|{1234567:012,}|{-1234:010,}"
f"{255:x}|{255:X}|{255:#x}|{255:o}|{255:b}|{255:#b}|{255:#010x}|{65:c}|{2**70:_x}"
f"{3.14159:.2f}|{3.14159:8.3f}|{3.14159:<10.1f}|{3.14159:e}|{3.14159:.0f}|{1e10:g}|{0.00001:g}|{0.5:%}|{0.256:.1%}"
f"{2.5:.0f}|{3.5:.0f}|{0.125:.2f}|{1e300:.3e}|{float('inf'):08}|{float('nan'):>6}|{-0.0:z}|{1.0:#.0f}|{12345.678:n}"
f"{'abc':5}|{'abc':>5}|{'abc':^7}|{'abc':*^9}|{'abcdef':.3}|{'abc':05}|{'é':>3}"
f"{'a'!r}|{'a'!s:>3}|{'é'!a}|{[1, 2]!r:>10}|{None}|{True:5}|{1 + 2j}|{1 + 2j:.1f}"
f"{1:{2 + 3}}|{'x':{'*'}^{5}}|{3.14159:.{2}f}"
f"{[1, 2]}|{(1,)}|{ {'a': 1} }|{ {1} }|{object:}"[:40]
f"{5:q}"
f"{5:.2}"
f"{'a':d}"
f"{1.5:d}"
f"{1:,_}"
f"{[]:5}"
f"{None:>5}"
f"{'a':+}"
f"{'a':=5}"
f"{10**400:f}"
"{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x} {y!r}".format(x=1, y="z"), "{0.real} {1[0]} {2[k]}".format(5, [7], {"k": 8})
"{:>{w}}".format("a", w=4), "{{}} {}".format(1), "{:{}.{}f}".format(3.14159, 8, 2), "{!s:^7}".format("ab"), "".format()
"{} {}".format(1)
"{a}".format()
"{0} {}".format(1, 2)
"{".format()
"}".format()
"{!x}".format(1)
"{0.foo}".format(1)
"{:{:{}}}".format(1, 2, 3)
"{a}-{b[0]}".format_map({"a": 1, "b": [2]})
"%d %s %r" % (1, "a", "b"), "%5d|%-5d|%05d|%+d" % (1, 2, 3, 4), "%x %X %#x %o" % (255, 255, 255, 8), "%c%c" % (65, "b")
"%.2f %e %g %G" % (3.14159, 12345.678, 1e-7, 1e20), "%5.1f|%-8.3f|" % (2.55, 1.5), "%s" % None, "%s" % [1, 2], "%%" % ()
"%(a)s %(b)05.1f" % {"a": 1, "b": 2.5}, "%*d|%-*d|" % (5, 1, 5, 2), "%.*f" % (2, 1.23456), "%.3s|%5s" % ("abcdef", "é")
"%d" % 1.9, "%i" % True, "%s" % (1,), "%r" % ("a",), "%a" % "é", "%d" % 10**30, "%x" % -255, "%s and %s" % ("a", "b")
"%d" % "a"
"%x" % 1.5
"%s %s" % 1
"%s" % (1, 2)
"%z" % 1
"%(a)s" % 1
"%(b)s" % {"a": 1}
"%" % ()
"%c" % "ab"
"a" % 1
format(5), format(5, "03"), format("a", ">3"), format(3.0, ".1f"), format([1]), format(True, "d")
format(1, 2)
"""),
    "strings": ("Strings", "", r"""
"abc"[0], "abc"[-1], "héllo"[1], "abc"[1:], "abc"[::-1], "abcdef"[1:5:2], "日本語"[1:], "abc"[5:], "héllo"[::-2], "abc"[:-1]
"abc"[3]
same("abc")["a"]
"abc"[1:2:0]
"abc"[Number(1)], "abcdef"[Number(1):Number(3)]
"a" + "b", "ab" * 3, 3 * "x", "a" * 0, "a" * -1, "x" * True
"a" + 1
"a" * "b"
"a" * 1.5
"x" * 10**12
"a" in "abc", "" in "abc", "d" not in "abc", "bc" in "abc"
1 in "abc"
"abc" < "abd", "abc" == "abc", "a" != "b", "Z" < "a", "é" > "z", "abc" < "abcd"
len("héllo"), len(""), len("😀"), list("añb"), sorted("hello"), "".join(reversed("abc")), max("hello")
"Hello".upper(), "Hello".lower(), "hello world".title(), "hELLO".capitalize(), "Hello".swapcase(), "ß".upper(), "ΑΣ".lower(), "Straße".casefold()
" a b ".strip(), "xxaxx".strip("x"), " a ".lstrip(), " a ".rstrip(), "abcba".strip("ab"), "\t\na\n".strip()
"a,b,c".split(","), " a  b ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "a b c".split(maxsplit=1), "a b".split(None)
"a".split("")
"a".split(1)
"a\nb\r\nc".splitlines(), "a\nb".splitlines(True), "".splitlines(), "a\n".splitlines(keepends=True)
"a-b-c".partition("-"), "abc".partition("-"), "a-b-c".rpartition("-"), "abc".rpartition("x")
", ".join(["a", "b"]), "".join([]), "-".join("abc"), ",".join(str(i) for i in range(3)), "x".join(("a",))
",".join([1])
",".join(1)
"hello".find("l"), "hello".rfind("l"), "hello".find("z"), "hello".index("e"), "hello".count("l"), "hello".find("l", 3), "hello".find("o", 0, 3), "héllo".find("l"), "aaa".count("")
"hello".index("z")
"hello".find(1)
"hello".replace("l", "L"), "hello".replace("l", "", 1), "abc".replace("", "-"), "aaa".replace("aa", "b"), "aaa".replace("a", "b", count=2)
"hello".startswith("he"), "hello".endswith("lo"), "hello".startswith(("x", "h")), "hello".startswith("l", 2), "hello".endswith("l", 0, 4), "".startswith("")
"hello".startswith(1)
"a".center(5), "a".center(4, "*"), "a".ljust(3) + "|", "a".rjust(3, "."), "42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".center(2)
"a".center(5, "ab")
"abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Abc".istitle(), "ABC".isupper(), "abc".islower(), "½".isnumeric(), "²".isdigit(), "²".isdecimal(), "".isalpha(), "a_b".isidentifier(), "1a".isidentifier(), "a\n".isprintable(), "é".isascii()
"a\tb".expandtabs(), "a\tb".expandtabs(4), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "abc".removeprefix("z")
"abc".translate({97: "x", 98: None, 99: 100}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1})
"abc".encode(), "é".encode("utf-8"), "é".encode("latin-1"), "é".encode("ascii", "replace"), b"\xc3\xa9".decode(), "é".encode("ascii", "backslashreplace")
"é".encode("ascii")
b"\xff".decode()
"a".encode("nope")
repr("it's"), repr('say "hi"'), repr("it's \"both\""), repr("tab\tnl\n\\"), repr("\x00\x7f\x80é\u200b😀"), ascii("é😀"), repr("\ud800")
str(), str(5), str(None), str([1, "a"]), str(b"ab"), str(b"ab", "utf-8"), str("x")
ord("a"), ord("é"), ord("😀"), chr(97), chr(8364), chr(128512)
ord("ab")
ord(1)
chr(-1)
chr(0x110000)
b"abc"[0], b"abc"[1:], b"a" + b"b", b"ab" * 2, len(b"abc"), list(b"ab"), b"b" in b"abc", 97 in b"abc", bytes([1, 2]), bytes(3), bytes("é", "utf-8"), b"a\n\x00'\xff"
bytes([256])
bytes("a")
b"a" + "a"
"%s" % "x", "abc".__len__(), "abc".__contains__("a"), str.upper("a"), "a".__add__("b"), "abc".__getitem__(1)
"abc".foo
"a" "b", r"a\n", 'a' 'b', "\N{BULLET}", "\x41\u0042\U00000043", "tri" '''ple'''
"""),
    "sequences": ("Lists, tuples and ranges", "", r"""
[1, 2] + [3], [0] * 3, 2 * [1, 2], [1, 2, 3][1:], [1, 2, 3][::-1], [1, 2, 3][-1], [][1:], list("ab"), list(), list(range(3)), [*"ab", 1]
[1, 2][2]
same([1, 2])["a"]
same([1, 2])[1.0]
[1] + (2,)
[1] * "a"
[1] * [2]
(1, 2) + (3,), (1,) * 2, (1, 2, 3)[1:], (), (1,), tuple("ab"), tuple([1, 2]), (1, 2)[::-1], tuple()
(1,)[1]
(1,) + [2]
(1, 2)[0:1] + (5,), (1, 2) < (1, 3), (1,) < (1, 0), [1, 2] == [1, 2], [1] == (1,), [1, [2]] == [1, [2]], [1, 2] < [1, "a"] if False else 0, (1, "a") == (1, "a")
[1] < ["a"]
[1] < (1,)
filled(lambda a: a.append(3), [1]), filled(lambda a: a.extend("ab"), []), filled(lambda a: a.insert(1, "x"), [1, 2]), filled(lambda a: a.insert(-1, 0), [1, 2]), filled(lambda a: a.insert(99, 0), [1])
filled(lambda a: a.pop(), [1, 2]), filled(lambda a: a.pop(0), [1, 2]), filled(lambda a: a.remove(2), [1, 2, 2]), filled(lambda a: a.clear(), [1]), filled(lambda a: a.reverse(), [1, 2, 3])
[].pop()
[1].pop(5)
[1].remove(2)
[1, 2, 1].count(1), [1, 2, 1].index(1, 1), (1, 2, 1).count(1), (1, 2).index(2), [1, 2].copy(), [Key("a")].index(Key("A")), [Key("a")].count(Key("A")), Key("A") in [Key("a")]
[1].index(2)
(1,).index(2)
filled(lambda a: a.__setitem__(0, 9), [1, 2]), filled(lambda a: a.__setitem__(slice(0, 1), "xyz"), [1, 2]), filled(lambda a: a.__delitem__(slice(None, None, 2)), [1, 2, 3, 4, 5]), filled(lambda a: a.__setitem__(slice(None, None, 2), [7, 8]), [1, 2, 3])
filled(lambda a: a.__setitem__(slice(None, None, 2), [7]), [1, 2, 3])
filled(lambda a: a.__setitem__(5, 1), [1])
filled(lambda a: a.__setitem__(slice(0, 1), 5), [1])
filled(lambda a: a.__iadd__((4, 5)), [1]), filled(lambda a: a.__imul__(2), [1, 2]), filled(lambda a: a.__iadd__(a), [1, 2])
filled(lambda a: a.sort(), [3, 1, 2]), filled(lambda a: a.sort(reverse=True), [3, 1, 2]), filled(lambda a: a.sort(key=lambda x: -x), [3, 1, 2]), filled(lambda a: a.sort(key=str.lower), ["b", "A", "c"])
sorted([3, 1, 2]), sorted("bca"), sorted([2.5, 1, 3]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted({"b": 1, "a": 2}), sorted([[2], [1]]), sorted(["b", "B", "a"], key=str.lower), sorted([1, 2, 3], reverse=True), sorted([True, False, 2])
sorted([(i % 3, i) for i in range(40)], key=lambda p: p[0])[:16], sorted([(i % 3, i) for i in range(40)], key=lambda p: p[0], reverse=True)[:16], sorted([Key(c) for c in "hgfedcba"]), sorted((i * 7919) % 101 for i in range(101)) == list(range(101))
sorted([(i * 37) % 100 / 4 for i in range(100)], key=lambda x: (x,))[::9], sorted([Key(chr(97 + i * 7 % 26)) for i in range(52)], reverse=True)[:9]
sorted([1, "a"])
sorted(1)
[].sort(5)
[1, [2, (3,)]], [[]], ([],), [None, True, 1.5, "a'b"], [Key("a")]
(lambda a: (a.append(a), a)[1])([1]), (lambda d: (d.update(self=d), d)[1])({})
range(5), range(1, 5), range(0, 10, 3), range(5, 0, -2), list(range(5, 0, -2)), len(range(0, 10, 3)), range(10)[2], range(10)[-1], range(10)[2:5], range(10)[::-2], range(0)
range(10)[10]
range(1.5)
range(0, 1, 0)
range("a")
5 in range(10), 10 in range(10), 4 in range(0, 10, 2), 2.0 in range(5), "a" in range(3), range(3) == range(0, 3, 1), range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3)), range(10).index(4), range(10).count(4), list(reversed(range(4))), range(10**20, 10**20 + 3), list(range(10**20, 10**20 + 3)), range(3).start
range(3).index(7)
bool(range(0)), max(range(5)), sum(range(10)), min(range(3, 9)), tuple(range(2)), range(Number(3))
list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=1)), list(zip([1, 2], "ab")), list(zip([1, 2, 3], "ab")), list(zip()), dict(zip("ab", [1, 2])), list(zip(*[(1, 2), (3, 4)]))
list(zip([1, 2], "a", strict=True))
list(zip([1], "ab", strict=True))
zip(1)
list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(map(int, "12")), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])), list(reversed([1, 2])), list(reversed("ab")), list(reversed((1, 2)))
map(int)
reversed(5)
reversed({1})
any([0, 1]), any([]), all([1, 0]), all([]), any(x > 2 for x in [1, 2, 3]), all(x for x in "ab"), sum(x * x for x in range(4)), sum([[1], [2]], [])
sum(["a"], "")
sum(["a"])
iter([1]).__next__(), next(iter("a")), next(iter([]), "end"), list(iter([3, 1, 4].pop, 1)), next(iter({"k": 1})), (lambda i: (next(i), list(i)))(iter(range(3)))
next(iter([]))
next([])
iter(5)
len(5)
[1, 2, 3].__contains__(2), [1].__len__(), (1, 2).__getitem__(0), [1].__eq__([1]), [1].__eq__(5), (1,).__lt__((2,)), list.__name__, type([]).__mro__
hash((1, 2)), hash(()), hash((1.5, None, "")) == hash((1.5, None, "")), hash((1, (2, 3)))
hash([1])
hash(([],))
slice(1, 2), slice(5), slice(1, None, 2).indices(10), slice(None, None, -1).indices(3), slice(1, 2) == slice(1, 2)
callable(len), callable(5), callable(int), callable(lambda: 0), isinstance([], (int, list)), issubclass(bool, int), isinstance(5, int | str)
"""),
    "mappings": ("Dicts and sets", "", r"""
{"a": 1, "b": 2}, {}, dict(), dict(a=1), dict([("a", 1)]), dict({"a": 1}, b=2), {**{"a": 1}, "b": 2}, {1: "x", 1.0: "y", True: "z"}, dict(zip("ab", range(2)))
{"a": 1}["a"], {"a": 1}.get("b"), {"a": 1}.get("b", 5), {Key("a"): 1}[Key("A")], {(1, 2): 3}[(1, 2)], {None: 1}[None], {1: "a"}[1.0], {2**70: 1}[2**70]
{"a": 1}["b"]
{}[[]]
{[]: 1}
{}[(1, 2)]
filled(lambda d: d.pop("a"), {"a": 1}), filled(lambda d: d.pop("b", 7), {"a": 1}), filled(lambda d: d.popitem(), {"a": 1, "b": 2}), filled(lambda d: d.setdefault("b", 3), {"a": 1}), filled(lambda d: d.setdefault("a", 3), {"a": 1}), filled(lambda d: d.update(b=2, a=9), {"a": 1}), filled(lambda d: d.update([("x", 1)]), {}), filled(lambda d: d.clear(), {"a": 1})
{}.pop("a")
{}.popitem()
{}.update([1])
{}.update([(1, 2, 3)])
{}.update(5)
dict(5)
filled(lambda d: d.__delitem__("a"), {"a": 1, "b": 2}), filled(lambda d: (d.__delitem__("a"), d.__setitem__("a", 5)), {"a": 1, "b": 2}), filled(lambda d: d.__setitem__(Key("A"), 2), {Key("a"): 1})
filled(lambda d: d.__delitem__("z"), {"a": 1})
{"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items(), list({"a": 1}.items()), {"a": 1}.keys() == {"a"}, {"a": 1, "b": 2}.keys() & {"a"}, sorted({"a": 1}.keys() | {"b"}), {"a": 1}.items() == {("a", 1)}, ("a", 1) in {"a": 1}.items(), {"a": 1}.keys() - {"a"}, 1 in {"a": 1}.values()
"a" in {"a": 1}, "b" not in {"a": 1}, len({"a": 1}), list({"b": 1, "a": 2}), list(reversed({"b": 1, "a": 2})), {"a": 1} == {"a": 1.0}, {"a": 1} == {"a": 2}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} != [], bool({})
{"a": 1} | {"b": 2}, {"a": 1} | {"a": 2}, filled(lambda d: d.__ior__({"b": 2}), {"a": 1}), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {"a": [1]}.copy()
{"a": 1} | [1]
{} < {}
[k for k in {"a": 1, "b": 2}], [v for v in {"a": 1}.values()], {k: v for v, k in enumerate("abc")}, {i: i * i for i in range(3)}, max({"a": 3, "b": 2}, key={"a": 3, "b": 2}.get)
(lambda d: [d.update({k + "x": 1}) for k in d])({"a": 1})
(lambda d: [d.pop(k) for k in d])({"a": 1, "b": 2})
(lambda s: [s.add(k + 10) for k in s])({1, 2})
{str(i): i for i in range(20)}, {i: None for i in range(30) if i % 7}, (lambda d: ([d.pop(i) for i in range(0, 100, 2)], list(d)[:5], len(d)))(dict.fromkeys(range(100)))
{3, 1, 2}, set(), {1}, {5, 3, 9, 1}, set([3, 1, 2, 3]), {"a"}, {1.5}, {None}, {(1, 2)}, {True, 1}, frozenset({2, 1}), frozenset(), set(range(10)), {-1, -2, 0}, set("a")
{1, 2} | {3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} <= {1, 2}, {1, 2} < {1, 2}, {1, 2} >= {1}, {1} == {1.0}, {1} != {2}, {1} == frozenset({1}), {1, 2}.isdisjoint({3}), frozenset({1}) | {2}, {1}.issubset([1, 2]), {1, 2}.issuperset([1])
{1} | [2]
{1} + {2}
{1} < [2]
filled(lambda s: s.add(3), {1}), filled(lambda s: s.discard(9), {1}), filled(lambda s: s.remove(1), {1, 2}), filled(lambda s: s.update([2, 3], "a"), {1})[1], filled(lambda s: s.clear(), {1}), filled(lambda s: s.pop(), {5}), {1}.union([2], (3,)), {1, 2, 3}.intersection([2, 3], [3]), {1, 2, 3}.difference([1], [2]), {1, 2}.symmetric_difference([2, 3]), {1}.copy()
{1}.remove(2)
set().pop()
{[]}
set(5)
hash({1})
1 in {1, 2}, 1.0 in {1}, Key("A") in {Key("a")}, len({Key("a"), Key("A")}), {1} in [{1}], {1} in {frozenset({1})}, hash(frozenset({1, 2})), hash(frozenset()), {x % 3 for x in range(10)}, sorted({"b", "a"}), {100, 5, 17}, set(range(0, 100, 7)), {1000, 2000, 3000}, {0.5, 2.25}
filled(lambda s: s.__ior__({2}), {1}), filled(lambda s: s.__iand__({2}), {1, 2}), filled(lambda s: s.__isub__({2}), {1, 2}), filled(lambda s: s.__ixor__({2}), {1, 2}), filled(lambda s: s.intersection_update([1]), {1, 2}), filled(lambda s: s.difference_update([1]), {1, 2}), filled(lambda s: s.symmetric_difference_update([1, 5]), {1, 2})
"""),
    "random_numbers": ("Random numbers", "import random", r"""
random.random(), random.randint(1, 6), random.randrange(100), random.uniform(1, 2), random.choice("abc"), random.getrandbits(70)
random.seed(42), random.random(), random.randint(1, 100), [random.randrange(10) for _ in range(8)], random.sample(range(100), 5), random.choices("abc", k=5)
random.seed("text"), random.random(), random.seed(1.5), random.random(), random.seed(-3), random.random(), random.seed(b"ab"), random.random(), random.seed(2**100), random.random()
random.seed(7), filled(random.shuffle, list(range(10))), random.gauss(0, 1), random.gauss(5, 2), random.expovariate(1.5), random.triangular(), random.triangular(1, 5, 2), random.betavariate(2, 3)
random.seed(8), random.choices([1, 2, 3], weights=[5, 1, 1], k=6), random.choices("ab", cum_weights=[1, 3], k=4), random.sample("abcdef", 3), random.sample([1, 2], k=2, counts=[2, 2]), random.randrange(5, 50, 5), random.randrange(10**30), random.randbytes(4)
random.seed(9), random.normalvariate(0, 1), random.lognormvariate(0, 1), random.gammavariate(2, 1), random.gammavariate(0.5, 1), random.vonmisesvariate(0, 4), random.paretovariate(3), random.weibullvariate(1, 2)
(lambda r: (r.random(), r.randint(1, 10), r.choice([1, 2, 3])))(random.Random(5)), random.Random("x").random()
(lambda state: (random.random(), random.setstate(state), random.random()))(random.getstate())[0] >= 0
random.choice([])
random.randint(5, 1)
random.randrange(0)
random.randrange(5, 5)
random.sample([1], 2)
random.sample({1}, 1)
random.choices([], k=1)
random.seed([])
random.randint("a", 2)
"""),
    # No errors of datetime here: where the clock is virtual CPython runs its Python twin, whose messages are others.
    "dates": ("Dates and times", "from datetime import date, datetime, timedelta, timezone", r"""
datetime(2024, 1, 31, 12, 5, 9, 120), datetime(2024, 2, 29), str(datetime(2024, 1, 31, 12, 5, 9)), str(datetime(2024, 1, 31, 12, 5, 9, 120)), f"{datetime(2024, 1, 31, 12):%H:%M}", f"{date(2024, 3, 1)}"
datetime(2024, 1, 31).strftime("%Y-%m-%d %H:%M:%S.%f %a %A %b %B %j %U %W %y %p %I %% %Z|"), datetime(1999, 12, 31, 23, 59).strftime("%c %x %X %d/%m"), date(2024, 7, 4).strftime("%d %B %Y")
datetime(2024, 1, 1) + timedelta(days=45, hours=5, milliseconds=7), datetime(2024, 3, 1) - timedelta(1), datetime(2024, 3, 1) - datetime(2023, 3, 1), date(2024, 3, 1) - date(2024, 2, 1), date(2024, 2, 28) + timedelta(2)
timedelta(seconds=90), timedelta(days=-1, seconds=3600), timedelta(0), timedelta(microseconds=-1), timedelta(hours=1.5), timedelta(weeks=1, minutes=1), str(timedelta(days=2, hours=3)), str(timedelta(seconds=-1)), str(timedelta(microseconds=5)), str(timedelta(days=-1))
timedelta(seconds=90).total_seconds(), timedelta(days=1) / 2, timedelta(days=1) / timedelta(hours=1), timedelta(days=1) // timedelta(hours=5), timedelta(seconds=7) // 2, timedelta(seconds=1) * 2.5, 3 * timedelta(seconds=1), -timedelta(seconds=1), abs(timedelta(seconds=-1)), timedelta(seconds=10) % timedelta(seconds=3)
timedelta(1) / 0
timedelta(1) + 1
datetime(2024, 1, 1) < datetime(2024, 1, 2), datetime(2024, 1, 1) == datetime(2024, 1, 1), timedelta(1) > timedelta(0), date(2024, 1, 1) <= date(2024, 1, 1), max(date(2024, 1, 1), date(2023, 1, 1)), bool(timedelta(0)), len({timedelta(1), timedelta(hours=24)})
datetime(2024, 1, 1) < date(2024, 1, 1)
datetime(2024, 1, 1) - 5
datetime(2024, 5, 6, 7, 8, 9, 10).isoformat(), datetime(2024, 5, 6).isoformat(" "), datetime(2024, 5, 6, 7, 8, 9).isoformat(timespec="milliseconds"), date(2024, 5, 6).isoformat(), datetime(2024, 5, 6).date(), datetime(2024, 5, 6, 7).replace(hour=1, minute=2), datetime(2024, 5, 6).weekday(), date(2024, 5, 5).isoweekday(), datetime(2024, 5, 6, 1, 2, 3, 4).microsecond
datetime(2024, 1, 1, tzinfo=timezone.utc), str(datetime(2024, 1, 1, tzinfo=timezone.utc)), datetime(2024, 1, 1, tzinfo=timezone.utc).timestamp(), datetime.fromtimestamp(1704067200.5, timezone.utc), datetime(2024, 1, 1, tzinfo=timezone.utc) - datetime(2023, 1, 1, tzinfo=timezone.utc), timezone.utc, datetime(2024, 1, 1, tzinfo=timezone.utc).strftime("%z %Z")
datetime.now(), datetime.now().strftime("%H:%M:%S"), date.today(), datetime.now(timezone.utc).isoformat()
"""),
    "builtin_functions": ("Built-in functions", "", r"""
abs(-3), abs(Number) is None if False else 0, divmod(7, 2), pow(2, 3), pow(base=2, exp=3, mod=5), round(2.567, 2), round(number=2.5), round(7, None)
len()
len(1, 2)
abs("a")
print(1, sep=2)
print(1, foo=2)
getattr(5, "real"), getattr(5, "x", "none"), hasattr(5, "real"), hasattr(5, "x"), callable(getattr([], "append"))
getattr(5, "x")
getattr(5, 5)
setattr(5, "x", 1)
isinstance(5, 5)
issubclass(5, int)
type(5), type("a"), type(None), type(type), type([].append), type(len), type(lambda: 0), type(...), type(NotImplemented), type({}.keys()), type(iter([])), type(range(3)), type(1j), type(b"")
repr(len), repr(int), repr(Ellipsis), repr(NotImplemented), repr(None), repr(type(None)), repr(object)
id(5) == id(5), id(None) == id(None), hash("a") == hash("a"), hash(None) == hash(None)
iter(5, 6)
vars(5)
min(5)
min(1, key=len)
max(1, 2, default=3)
max(1, foo=2)
sum()
sum(5)
sorted()
sorted([1], 2)
enumerate()
next()
ord()
format()
zip(strict=5, foo=1)
str(b"\xff", "ascii")
object().x
None.x
same(None)[0]
same(None)()
same(5)()
same("a")()
same(5)[0]
5 .x
len(object())
[].foo
{}.foo
(lambda a, b=2: 0).__name__, len.__name__, [].append.__name__, (lambda: 0).__qualname__
all(i < 3 for i in range(3)), any(map(str.isdigit, "ab1")), list(map(max, [1, 5], [3, 2])), list(filter(str.isalpha, "a1b")), dict(enumerate("ab"))
bool(Number(0)), Number(3) == Number(3), [Number(1)], str(Number(2)), f"{Number(2)!s:>12}", list(range(Number(2), Number(5)))
bin(10), oct(64), hex(3735928559), bin(Number(5)), chr(Number(65))
"""),
}


def main():
    folder = Path(__file__).resolve().parent.parent / "conformance" / "types"
    folder.mkdir(parents=True, exist_ok=True)
    for name, (title, imports, expressions) in PROGRAMS.items():
        lines = [HEAD.format(title=title, imports=imports)]
        for expression in expressions.strip().splitlines():
            several = expression if not expression.startswith("for_") else "1"
            lines.append(f"show({several!r}, lambda: ({several}))\n")
        (folder / f"{name}.py").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
