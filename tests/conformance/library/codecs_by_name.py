"""The module codecs, the codecs with tables, unicode_escape, and handlers of errors, the program's own ones too."""
import codecs
import io


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))


names = "cp1252 windows-1252 latin-1 iso-8859-15 cp1251 cp437 cp850 koi8-r mac-roman iso8859-2 cp1250 ascii utf-16 utf-32-le utf-8-sig".split()
for name in names:
    print(name, codecs.lookup(name).name)
    for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape"):
        show(lambda: "aé€Я\n\U0001f600b".encode(name, errors))
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        show(lambda: b"a\x80\x81\xe9\x98z\x00\x00".decode(name, errors))
    show(lambda: "plain".encode(name).decode(name))
for text in ("a\n\t\\'\"é€\U0001f600\x00\x7f", ""):
    show(lambda: text.encode("unicode_escape"))
    show(lambda: text.encode("raw_unicode_escape"))
for content in (b"a\\n\\x41\\u20ac\\U0001f600\\101\\7z", b"\\x4", b"\\u12", b"\\U00110000", b"\\", b"\\\\n\\'\\\"", b"\xe9\\t",
                b"\\N{no}", b"\\N", b"a\\\nb"):
    for errors in ("strict", "replace", "ignore"):
        show(lambda: content.decode("unicode-escape", errors))
    show(lambda: content.decode("raw_unicode_escape"))
show(lambda: codecs.encode("Hello", "rot13"))
show(lambda: codecs.encode(b"ab", "hex"))
show(lambda: codecs.decode("6162", "hex_codec") if False else codecs.decode(b"6162", "hex_codec"))
show(lambda: codecs.encode(b"hello", "base64"))
show(lambda: codecs.decode(b"aGVsbG8=", "base64"))
show(lambda: "x".encode("rot13"))
show(lambda: b"x".decode("hex"))
show(lambda: "x".encode("nope"))
show(lambda: b"x".decode("nope"))
show(lambda: codecs.lookup("nope"))
show(lambda: "é".encode("ascii", "nope"))
show(lambda: b"\xff".decode("ascii", "nope"))
show(lambda: "é".encode("cp1252", "nope"))
show(lambda: "Я".encode("cp1252", "nope"))
codecs.register_error("stars", lambda error: ("*" * (error.end - error.start), error.end))
codecs.register_error("bytes", lambda error: (b"<>", error.end))
codecs.register_error("back", lambda error: ("?", -1))
codecs.register_error("bad", lambda error: 3)
codecs.register_error("far", lambda error: ("", 99))
for errors in ("stars", "bytes", "back", "bad", "far"):
    for name in ("ascii", "cp1252", "latin-1"):
        show(lambda: "aéЯЯb".encode(name, errors))
    show(lambda: b"a\xff\xfeb".decode("utf-8", errors))
    show(lambda: b"a\x81b".decode("cp1252", errors))
show(lambda: codecs.lookup_error("stars")(UnicodeEncodeError("x", "abc", 0, 2, "why")))
show(lambda: codecs.lookup_error("nobody"))
show(lambda: codecs.replace_errors(UnicodeDecodeError("x", b"abc", 0, 2, "why")))
show(lambda: codecs.xmlcharrefreplace_errors(UnicodeEncodeError("x", "aéb", 1, 2, "why")))
show(lambda: codecs.ignore_errors(ValueError()))
decoder = codecs.getincrementaldecoder("utf-8")()
text = "aé€😀z"
print([decoder.decode(bytes([byte])) for byte in text.encode()], decoder.getstate())
show(lambda: decoder.decode(b"\xe2", True))
decoder.reset()
for name in ("utf-16", "utf-16-be", "utf-32", "utf-8-sig", "cp1252"):
    decoder = codecs.getincrementaldecoder(name)("replace")
    whole = "".join(decoder.decode(bytes([byte])) for byte in "aé€z".encode(name))
    print(name, whole, repr(decoder.decode(b"", True)))
    encoder = codecs.getincrementalencoder(name)()
    print([encoder.encode(letter) for letter in "aé"], encoder.encode("", True))
print(list(codecs.iterdecode([b"a\xc3", b"\xa9", b"z"], "utf-8")), list(codecs.iterencode("aé", "utf-16")))
print(codecs.getencoder("utf-8")("aé"), codecs.getdecoder("cp1252")(b"\x80a"), codecs.BOM_UTF8, codecs.BOM)
stream = io.BytesIO()
writer = codecs.getwriter("utf-8")(stream)
writer.write("é\n")
writer.writelines(["b", "c"])
print(stream.getvalue())
reader = codecs.getreader("utf-8")(io.BytesIO("é1\nzwei\n".encode()))
print(reader.readline(), list(reader))


def find(name):
    if name == "upside":
        return codecs.CodecInfo(lambda text, errors="strict": (text[::-1].encode(), len(text)),
                                lambda data, errors="strict": (bytes(data).decode()[::-1], len(data)), name="upside")
    return None


codecs.register(find)
show(lambda: "abc".encode("upside"))
show(lambda: b"abc".decode("Upside"))
show(lambda: codecs.lookup("upside").name)
show(lambda: codecs.encode("xyz", "upside"))
with open("notes.txt", "w", encoding="cp1252") as file:
    file.write("é€")
with open("notes.txt", "rb") as file:
    print(file.read())
with codecs.open("notes.txt", encoding="cp1252") as file:
    print(file.read())
"Я".encode("cp1252")
