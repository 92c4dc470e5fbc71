# bytes has str's methods, for bytes: they take bytes-like objects or single numbers, and letters are ASCII letters only.
def show(label, call):
    try:
        print(label, "->", call())
    except Exception as error:
        print(label, "->", type(error).__name__, error)


text = b"  the quick\tbrown\nfox  "
show("split", lambda: text.split())
show("split once", lambda: text.split(None, 1))
show("rsplit once", lambda: text.rsplit(maxsplit=1))
show("split at", lambda: b"a,b,,c".split(b","))
show("split at, twice", lambda: b"a,b,,c".split(b",", 2))
show("rsplit at", lambda: b"a,b,,c".rsplit(b",", 1))
show("split nothing", lambda: b"abc".split(b""))
show("split str", lambda: b"abc".split("b"))
show("lines", lambda: b"one\ntwo\r\nthree\rfour".splitlines())
show("lines kept", lambda: b"one\ntwo\r\nthree\r".splitlines(True))
show("partition", lambda: b"key=value=more".partition(b"="))
show("rpartition", lambda: b"key=value=more".rpartition(b"="))
show("partition none", lambda: b"key".rpartition(b"="))
show("strip", lambda: (text.strip(), text.lstrip(), text.rstrip()))
show("strip these", lambda: b"xyabcyx".strip(b"xy"))
show("affixes", lambda: (b"unhappy".removeprefix(b"un"), b"cats".removesuffix(b"s"), b"cat".removesuffix(b"s")))
show("find", lambda: (b"banana".find(b"an"), b"banana".rfind(b"an"), b"banana".find(b"x"), b"banana".find(110, 3)))
show("index", lambda: b"banana".index(b"x"))
show("rindex", lambda: b"banana".rindex(b"a", 0, 5))
show("find float", lambda: b"banana".find(1.5))
show("find 300", lambda: b"banana".find(300))
show("count", lambda: (b"banana".count(b"an"), b"banana".count(97), b"banana".count(b""), b"banana".count(b"a", 2)))
show("starts", lambda: (b"banana".startswith(b"ba"), b"banana".endswith((b"x", b"na")), b"banana".startswith(b"an", 1)))
show("starts str", lambda: b"banana".startswith("ba"))
show("starts tuple", lambda: b"banana".startswith(("ba",)))
show("replace", lambda: (b"banana".replace(b"a", b"oo"), b"banana".replace(b"a", b"", 2), b"abc".replace(b"", b"-")))
show("replace str", lambda: b"banana".replace("a", b""))
show("join", lambda: (b", ".join([b"a", bytearray(b"b")]), b"".join([])))
show("join str", lambda: b" ".join([b"a", "b"]))
show("join int", lambda: b" ".join(3))
show("case", lambda: (b"mIxEd caSe".upper(), b"mIxEd caSe".lower(), b"mIxEd caSe".swapcase(), b"mIxEd caSe".title(), b"mIxEd".capitalize()))
show("pad", lambda: (b"ab".ljust(5, b"."), b"ab".rjust(5), b"ab".center(5, b"*"), b"abc".center(6, b"*"), b"-42".zfill(6), b"42".zfill(1)))
show("pad wrong", lambda: b"ab".ljust(5, "."))
show("tabs", lambda: b"a\tbc\td".expandtabs(4))
show("asks", lambda: [b"abc".isalpha(), b"a1".isalnum(), b"12".isdigit(), b" \t".isspace(), b"aB".islower(), b"AB".isupper(), b"Ab Cd".istitle(), b"".isalpha(), b"\xff".isascii()])
table = bytes.maketrans(b"abc", b"xyz")
show("translate", lambda: (b"aabbcc".translate(table), b"aabbcc".translate(None, b"b"), b"abc".translate(table, delete=b"a")))
show("maketrans", lambda: bytes.maketrans(b"ab", b"x"))
show("short table", lambda: b"a".translate(b"x"))
show("hex", lambda: (b"\x00\xffab".hex(), b"\x00\xffab".hex("-"), b"\x00\xffabc".hex(":", 2), b"\x00\xffabc".hex(":", -2)))
show("hex sep", lambda: b"ab".hex("--"))
show("fromhex", lambda: (bytes.fromhex("00 ff 61"), bytearray.fromhex("6162")))
show("fromhex wrong", lambda: bytes.fromhex("0g"))
show("decode", lambda: (b"caf\xc3\xa9".decode(), b"caf\xe9".decode("latin-1"), b"caf\xe9".decode("ascii", "replace"), b"a\xffb".decode(errors="ignore")))
show("decode wrong", lambda: b"caf\xe9".decode())
show("decode ascii", lambda: b"caf\xe9".decode("ascii"))
show("concat", lambda: b"a" + bytearray(b"b"))
show("concat str", lambda: b"a" + "b")
show("in", lambda: (b"an" in b"banana", 97 in b"banana"))
show("in str", lambda: "an" in b"banana")
show("index error", lambda: b"abc"[5])
key = "x"
show("index type", lambda: b"abc"[key])
show("slices", lambda: (b"abcdef"[1:4], b"abcdef"[::-1], b"abcdef"[::2]))
show("make", lambda: (bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(range(3)), bytes(bytearray(b"x"))))
show("make 256", lambda: bytes([256]))
show("make str", lambda: bytes("x"))
show("make negative", lambda: bytes(-1))
show("make float", lambda: bytes(1.5))
show("make encoded", lambda: bytes(b"x", "utf-8"))


class Packet:
    def __bytes__(self):
        return b"packet"


show("__bytes__", lambda: bytes(Packet()))
show("order", lambda: (b"a" < b"b", b"a" == bytearray(b"a"), b"a" == "a", sorted([b"b", b"a", b"ab"])))
show("order str", lambda: b"a" < "b")
