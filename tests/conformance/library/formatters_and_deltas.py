# string.Formatter's steps and refusals, the words of string, codecs in pieces and over streams, and the groups of a delta.
import codecs
import difflib
import io
import string


def tried(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


class Told(string.Formatter):
    def get_value(self, key, args, kwargs):
        print("get_value", key)
        return super().get_value(key, args, kwargs)

    def check_unused_args(self, used_args, args, kwargs):
        print("used", sorted(map(str, used_args)), args, kwargs)

    def format_field(self, value, format_spec):
        print("format_field", value, repr(format_spec))
        return super().format_field(value, format_spec)

    def convert_field(self, value, conversion):
        print("convert_field", value, conversion)
        return super().convert_field(value, conversion)


plain = string.Formatter()
for text, args, names in (("{} and {}", (1, 2), {}), ("{0} {x!r:>{w}} {1:{0}}", (5, 3), {"x": "v", "w": 6}), ("{} {0}", (1,), {}), ("{0} {}", (1, 2), {}), ("{a.real} {b[k]} {c[0]}", (), {"a": 3, "b": {"k": 1}, "c": [7]}), ("{!s} {!a} {!x}", (1, "é", 2), {}),
                          ("{missing}", (), {}), ("{3}", (1,), {}), ("{{}} {{x}}", (), {}), ("{", (), {}), ("}", (), {}), ("{0:{1:{2}}}", (1, 2, 3), {}), ("{0:{1:{2:{3}}}}", (1, 2, 3, 4), {}), ("{:{}}", (1, 4), {}), ("", (1,), {"z": 2}), ("x{}y", (None,), {})):
    tried(lambda: plain.format(text, *args, **names))
    tried(lambda: Told().vformat(text, args, names))
tried(lambda: plain.format())
tried(lambda: plain.convert_field(1, "q"))
print(string.ascii_letters, string.digits, string.octdigits, string.hexdigits, repr(string.printable), string.capwords("  the qUICK  brown "), string.capwords("a-bC-d", "-"), string.capwords("a  b", " "))
tried(lambda: string.capwords(b"a b"))

for name in "utf-8", "utf-16", "latin-1", "utf-8-sig", "nothing":
    tried(lambda: list(codecs.iterencode(["a", "", "é", "b"], name)))
    tried(lambda: list(codecs.iterdecode([b"a", b"", b"\xc3", b"\xa9b"], name)))
tried(lambda: list(codecs.iterdecode([b"a\xc3"], "utf-8")))
tried(lambda: list(codecs.iterdecode([b"a\xc3"], "utf-8", "replace")))
tried(lambda: list(codecs.iterencode(["\u20ac"], "ascii", "xmlcharrefreplace")))
generator = codecs.iterencode(["a"], "nothing")
print(type(generator).__name__)
tried(lambda: next(generator))
info = codecs.lookup("UTF-8")
print(type(info).__mro__[:2], info.name, len(info), info[0]("é"), info.encode("é"), info.decode(b"\xc3\xa9"), repr(info).split(" at ")[0])
made = codecs.CodecInfo(len, max, name="own", incrementalencoder=min)
print(tuple(made) == (len, max, None, None), made.incrementalencoder, made.name)
decoder = codecs.getincrementaldecoder("utf-8")("strict")
print(decoder.decode(b"\xe2\x82"), decoder.getstate(), decoder.decode(b"\xac!"), decoder.getstate(), decoder.reset())
tried(lambda: decoder.decode(b"\xe2", True))
base = codecs.BufferedIncrementalDecoder()
tried(lambda: base.decode(b"x"))
tried(lambda: codecs.IncrementalEncoder().encode("x"))
tried(lambda: codecs.Codec().decode(b"x"))
stream = io.BytesIO()
with codecs.getwriter("utf-8")(stream) as writer:
    writer.write("é\n")
    writer.writelines(["a", "ü\n"])
    print(stream.getvalue(), writer.tell(), writer.errors)
print(stream.closed)
reader = codecs.getreader("utf-8")(io.BytesIO("é\nzwei\nü".encode()))
print(next(reader), list(reader))
with codecs.getreader("utf-8")(io.BytesIO("é\nzwei\n".encode())) as reader:
    print(reader.readline(), reader.read(), reader.closed)

a = [f"line {n}\n" for n in range(40)]
b = a[:3] + ["new\n"] + a[4:20] + a[22:38] + ["end\n"]
for n in 0, 1, 3, 10:
    matcher = difflib.SequenceMatcher(None, a, b)
    print(n, list(matcher.get_grouped_opcodes(n)), len(matcher.get_opcodes()))
    print("".join(difflib.unified_diff(a, b, "old", "new", n=n)), "".join(difflib.context_diff(a, b, "old", "new", "then", "now", n=n)))
print(list(difflib.SequenceMatcher(None, a, a).get_grouped_opcodes()), list(difflib.SequenceMatcher(None, "", "").get_grouped_opcodes()), list(difflib.SequenceMatcher(None, "ab", "").get_grouped_opcodes(0)))
matcher = difflib.SequenceMatcher(lambda x: x == " ", "private Thread currentThread;", "private volatile Thread currentThread;")
print(matcher.ratio(), matcher.quick_ratio(), matcher.real_quick_ratio(), matcher.get_matching_blocks(), matcher.find_longest_match(), matcher.find_longest_match(5, 12, 3, 20))
matcher.set_seq1("private")
print(matcher.ratio(), matcher.opcodes, matcher.get_opcodes(), matcher.set_seq2("vat"), matcher.ratio(), matcher.fullbcount, matcher.quick_ratio(), matcher.fullbcount)
for arguments in (("appel", ["ape", "apple", "peach", "puppy"]), ("x", []), ("wheel", ["while"], 0), ("wheel", ["while"], 1, 2), ("wheel", ["while", "wheel", "reel"], 2, 0.5), ("a", ["a"], -1), ("a", ["a"], 1, -0.1)):
    tried(lambda: difflib.get_close_matches(*arguments))
print("".join(difflib.ndiff(["one\n", "two\n", "three\n", " \n"], ["ore\n", "tree\n", "emu\n", "\n"])), list(difflib.restore(difflib.ndiff(["a\n"], ["b\n"]), 2)), vars(difflib.Differ(len)))
