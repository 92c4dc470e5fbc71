# Strings: every line is an expression, and what it gives or raises. Made by tests/vm/make_expression_programs.py.


def show(text, function):
    try:
        result = repr(function())
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
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
        return f"Number({self.value})"


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
        return f"<{self.text}>"


def same(value):
    return value


def filled(function, start):
    """start after function(start), and what it gave."""
    result = function(start)
    return start, result


show('"abc"[0], "abc"[-1], "héllo"[1], "abc"[1:], "abc"[::-1], "abcdef"[1:5:2], "日本語"[1:], "abc"[5:], "héllo"[::-2], "abc"[:-1]', lambda: ("abc"[0], "abc"[-1], "héllo"[1], "abc"[1:], "abc"[::-1], "abcdef"[1:5:2], "日本語"[1:], "abc"[5:], "héllo"[::-2], "abc"[:-1]))
show('"abc"[3]', lambda: ("abc"[3]))
show('same("abc")["a"]', lambda: (same("abc")["a"]))
show('"abc"[1:2:0]', lambda: ("abc"[1:2:0]))
show('"abc"[Number(1)], "abcdef"[Number(1):Number(3)]', lambda: ("abc"[Number(1)], "abcdef"[Number(1):Number(3)]))
show('"a" + "b", "ab" * 3, 3 * "x", "a" * 0, "a" * -1, "x" * True', lambda: ("a" + "b", "ab" * 3, 3 * "x", "a" * 0, "a" * -1, "x" * True))
show('"a" + 1', lambda: ("a" + 1))
show('"a" * "b"', lambda: ("a" * "b"))
show('"a" * 1.5', lambda: ("a" * 1.5))
show('"x" * 10**12', lambda: ("x" * 10**12))
show('"a" in "abc", "" in "abc", "d" not in "abc", "bc" in "abc"', lambda: ("a" in "abc", "" in "abc", "d" not in "abc", "bc" in "abc"))
show('1 in "abc"', lambda: (1 in "abc"))
show('"abc" < "abd", "abc" == "abc", "a" != "b", "Z" < "a", "é" > "z", "abc" < "abcd"', lambda: ("abc" < "abd", "abc" == "abc", "a" != "b", "Z" < "a", "é" > "z", "abc" < "abcd"))
show('len("héllo"), len(""), len("😀"), list("añb"), sorted("hello"), "".join(reversed("abc")), max("hello")', lambda: (len("héllo"), len(""), len("😀"), list("añb"), sorted("hello"), "".join(reversed("abc")), max("hello")))
show('"Hello".upper(), "Hello".lower(), "hello world".title(), "hELLO".capitalize(), "Hello".swapcase(), "ß".upper(), "ΑΣ".lower(), "Straße".casefold()', lambda: ("Hello".upper(), "Hello".lower(), "hello world".title(), "hELLO".capitalize(), "Hello".swapcase(), "ß".upper(), "ΑΣ".lower(), "Straße".casefold()))
show('" a b ".strip(), "xxaxx".strip("x"), " a ".lstrip(), " a ".rstrip(), "abcba".strip("ab"), "\\t\\na\\n".strip()', lambda: (" a b ".strip(), "xxaxx".strip("x"), " a ".lstrip(), " a ".rstrip(), "abcba".strip("ab"), "\t\na\n".strip()))
show('"a,b,c".split(","), " a  b ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "a b c".split(maxsplit=1), "a b".split(None)', lambda: ("a,b,c".split(","), " a  b ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "a b c".split(maxsplit=1), "a b".split(None)))
show('"a".split("")', lambda: ("a".split("")))
show('"a".split(1)', lambda: ("a".split(1)))
show('"a\\nb\\r\\nc".splitlines(), "a\\nb".splitlines(True), "".splitlines(), "a\\n".splitlines(keepends=True)', lambda: ("a\nb\r\nc".splitlines(), "a\nb".splitlines(True), "".splitlines(), "a\n".splitlines(keepends=True)))
show('"a-b-c".partition("-"), "abc".partition("-"), "a-b-c".rpartition("-"), "abc".rpartition("x")', lambda: ("a-b-c".partition("-"), "abc".partition("-"), "a-b-c".rpartition("-"), "abc".rpartition("x")))
show('", ".join(["a", "b"]), "".join([]), "-".join("abc"), ",".join(str(i) for i in range(3)), "x".join(("a",))', lambda: (", ".join(["a", "b"]), "".join([]), "-".join("abc"), ",".join(str(i) for i in range(3)), "x".join(("a",))))
show('",".join([1])', lambda: (",".join([1])))
show('",".join(1)', lambda: (",".join(1)))
show('"hello".find("l"), "hello".rfind("l"), "hello".find("z"), "hello".index("e"), "hello".count("l"), "hello".find("l", 3), "hello".find("o", 0, 3), "héllo".find("l"), "aaa".count("")', lambda: ("hello".find("l"), "hello".rfind("l"), "hello".find("z"), "hello".index("e"), "hello".count("l"), "hello".find("l", 3), "hello".find("o", 0, 3), "héllo".find("l"), "aaa".count("")))
show('"hello".index("z")', lambda: ("hello".index("z")))
show('"hello".find(1)', lambda: ("hello".find(1)))
show('"hello".replace("l", "L"), "hello".replace("l", "", 1), "abc".replace("", "-"), "aaa".replace("aa", "b"), "aaa".replace("a", "b", count=2)', lambda: ("hello".replace("l", "L"), "hello".replace("l", "", 1), "abc".replace("", "-"), "aaa".replace("aa", "b"), "aaa".replace("a", "b", count=2)))
show('"hello".startswith("he"), "hello".endswith("lo"), "hello".startswith(("x", "h")), "hello".startswith("l", 2), "hello".endswith("l", 0, 4), "".startswith("")', lambda: ("hello".startswith("he"), "hello".endswith("lo"), "hello".startswith(("x", "h")), "hello".startswith("l", 2), "hello".endswith("l", 0, 4), "".startswith("")))
show('"hello".startswith(1)', lambda: ("hello".startswith(1)))
show('"a".center(5), "a".center(4, "*"), "a".ljust(3) + "|", "a".rjust(3, "."), "42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".center(2)', lambda: ("a".center(5), "a".center(4, "*"), "a".ljust(3) + "|", "a".rjust(3, "."), "42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".center(2)))
show('"a".center(5, "ab")', lambda: ("a".center(5, "ab")))
show('"abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Abc".istitle(), "ABC".isupper(), "abc".islower(), "½".isnumeric(), "²".isdigit(), "²".isdecimal(), "".isalpha(), "a_b".isidentifier(), "1a".isidentifier(), "a\\n".isprintable(), "é".isascii()', lambda: ("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Abc".istitle(), "ABC".isupper(), "abc".islower(), "½".isnumeric(), "²".isdigit(), "²".isdecimal(), "".isalpha(), "a_b".isidentifier(), "1a".isidentifier(), "a\n".isprintable(), "é".isascii()))
show('"a\\tb".expandtabs(), "a\\tb".expandtabs(4), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "abc".removeprefix("z")', lambda: ("a\tb".expandtabs(), "a\tb".expandtabs(4), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "abc".removeprefix("z")))
show('"abc".translate({97: "x", 98: None, 99: 100}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1})', lambda: ("abc".translate({97: "x", 98: None, 99: 100}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1})))
show('"abc".encode(), "é".encode("utf-8"), "é".encode("latin-1"), "é".encode("ascii", "replace"), b"\\xc3\\xa9".decode(), "é".encode("ascii", "backslashreplace")', lambda: ("abc".encode(), "é".encode("utf-8"), "é".encode("latin-1"), "é".encode("ascii", "replace"), b"\xc3\xa9".decode(), "é".encode("ascii", "backslashreplace")))
show('"é".encode("ascii")', lambda: ("é".encode("ascii")))
show('b"\\xff".decode()', lambda: (b"\xff".decode()))
show('"a".encode("nope")', lambda: ("a".encode("nope")))
show('repr("it\'s"), repr(\'say "hi"\'), repr("it\'s \\"both\\""), repr("tab\\tnl\\n\\\\"), repr("\\x00\\x7f\\x80é\\u200b😀"), ascii("é😀"), repr("\\ud800")', lambda: (repr("it's"), repr('say "hi"'), repr("it's \"both\""), repr("tab\tnl\n\\"), repr("\x00\x7f\x80é\u200b😀"), ascii("é😀"), repr("\ud800")))
show('str(), str(5), str(None), str([1, "a"]), str(b"ab"), str(b"ab", "utf-8"), str("x")', lambda: (str(), str(5), str(None), str([1, "a"]), str(b"ab"), str(b"ab", "utf-8"), str("x")))
show('ord("a"), ord("é"), ord("😀"), chr(97), chr(8364), chr(128512)', lambda: (ord("a"), ord("é"), ord("😀"), chr(97), chr(8364), chr(128512)))
show('ord("ab")', lambda: (ord("ab")))
show('ord(1)', lambda: (ord(1)))
show('chr(-1)', lambda: (chr(-1)))
show('chr(0x110000)', lambda: (chr(0x110000)))
show('b"abc"[0], b"abc"[1:], b"a" + b"b", b"ab" * 2, len(b"abc"), list(b"ab"), b"b" in b"abc", 97 in b"abc", bytes([1, 2]), bytes(3), bytes("é", "utf-8"), b"a\\n\\x00\'\\xff"', lambda: (b"abc"[0], b"abc"[1:], b"a" + b"b", b"ab" * 2, len(b"abc"), list(b"ab"), b"b" in b"abc", 97 in b"abc", bytes([1, 2]), bytes(3), bytes("é", "utf-8"), b"a\n\x00'\xff"))
show('bytes([256])', lambda: (bytes([256])))
show('bytes("a")', lambda: (bytes("a")))
show('b"a" + "a"', lambda: (b"a" + "a"))
show('"%s" % "x", "abc".__len__(), "abc".__contains__("a"), str.upper("a"), "a".__add__("b"), "abc".__getitem__(1)', lambda: ("%s" % "x", "abc".__len__(), "abc".__contains__("a"), str.upper("a"), "a".__add__("b"), "abc".__getitem__(1)))
show('"abc".foo', lambda: ("abc".foo))
show('"a" "b", r"a\\n", \'a\' \'b\', "\\N{BULLET}", "\\x41\\u0042\\U00000043", "tri" \'\'\'ple\'\'\'', lambda: ("a" "b", r"a\n", 'a' 'b', "\N{BULLET}", "\x41\u0042\U00000043", "tri" '''ple'''))
