"""Text encoded and decoded piece by piece: what waits between two pieces, byte order marks, and the handlers by name."""
import codecs
import io

for name in ("BOM", "BOM_BE", "BOM_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_BE", "BOM_UTF16_LE", "BOM_UTF32", "BOM_UTF32_BE", "BOM_UTF32_LE"):
    print(name, getattr(codecs, name))
print(codecs.BOM_UTF16 + "ö".encode("utf-16-le") == "ö".encode("utf-16"), (codecs.BOM_UTF32_BE + "a".encode("utf-32-be")).decode("utf-32"), (codecs.BOM_UTF16_BE + b"\0a").decode("utf-16"))
print(codecs.BOM_LE.decode("utf-16-le").encode("unicode_escape"), (codecs.BOM_UTF8 + b"a").decode("utf-8-sig"))

decoder = codecs.getincrementaldecoder("utf-8")()
print(isinstance(decoder, codecs.IncrementalDecoder), decoder.errors)
for piece in (b"h\xc3", b"\xb6", b"r\xe2\x82", b"\xace"):
    print(piece, repr(decoder.decode(piece)), decoder.getstate())
state = (b"\xe2\x82", 0)
decoder.setstate(state)
print(decoder.decode(b"\xac"), decoder.getstate())
decoder.decode(b"\xe2")
decoder.reset()
print(decoder.getstate(), decoder.decode(b"ok", final=True))
try:
    decoder.decode(b"\xe2", True)
except UnicodeDecodeError as error:
    print(error)
lenient = codecs.getincrementaldecoder("utf-8")(errors="replace")
print(repr(lenient.decode(b"a\xff\xe2")), repr(lenient.decode(b"", True)), lenient.errors)
encoder = codecs.getincrementalencoder("utf-16")()
print(isinstance(encoder, codecs.IncrementalEncoder), encoder.encode("a"), encoder.encode("b"), encoder.getstate())
encoder.reset()
print(encoder.getstate(), encoder.encode("c", final=True))
encoder.setstate(2)
print(encoder.encode("d"), encoder.getstate())
plain = codecs.getincrementalencoder("latin-1")("xmlcharrefreplace")
print(plain.encode("ö€"), plain.getstate(), plain.setstate(1), plain.reset(), plain.errors)
wide = codecs.getincrementaldecoder("utf-16")()
print(repr(wide.decode(b"\xff")), wide.getstate()[0], repr(wide.decode(b"\xfea")), wide.decode(b"\0b\0"))

base = codecs.IncrementalDecoder("ignore")
print(base.errors, base.getstate(), base.reset(), base.setstate((b"", 0)))
for kind in (codecs.IncrementalDecoder, codecs.IncrementalEncoder):
    try:
        kind().decode(b"") if kind is codecs.IncrementalDecoder else kind().encode("")
    except NotImplementedError as error:
        print(kind.__name__, repr(error))
for method in (codecs.Codec().encode, codecs.Codec().decode):
    try:
        method("text")
    except NotImplementedError as error:
        print(method.__name__, repr(error))


class Shout(codecs.Codec):
    def encode(self, text, errors="strict"):
        return text.upper().encode("ascii", errors), len(text)

    def decode(self, octets, errors="strict"):
        return bytes(octets).decode("ascii", errors).lower(), len(octets)


class ShoutWriter(Shout, codecs.StreamWriter):
    pass


class ShoutReader(Shout, codecs.StreamReader):
    pass


def search(name):
    if name == "shout":
        return codecs.CodecInfo(Shout().encode, Shout().decode, streamreader=ShoutReader, streamwriter=ShoutWriter, name="shout")


codecs.register(search)
print("hello".encode("shout"), b"HELLO".decode("shout"), codecs.lookup("shout").name, codecs.lookup("SHOUT").name)
raw = io.BytesIO()
writer = codecs.getwriter("shout")(raw)
writer.write("one\n")
writer.writelines(["two\n", "three"])
print(raw.getvalue(), writer.encode("x"), writer.reset(), writer.errors, writer.stream is raw)
reader = codecs.getreader("shout")(io.BytesIO(raw.getvalue()))
print(reader.readline(), reader.readlines(), reader.decode(b"Y"), reader.reset(), reader.read())
codecs.unregister(search)
try:
    "a".encode("shout")
except LookupError as error:
    print(error)

text = codecs.getreader("utf-8")(io.BytesIO("eins\nzwö\r\ndrei".encode()))
print(isinstance(text, codecs.StreamReader), text.readline(), text.readline(keepends=False), list(text), text.decode(b"\xc3\xb6"))
text.seek(0)
print(text.readlines(), text.readline())
text = codecs.getreader("utf-8")(io.BytesIO("höre".encode()))
print(text.read(2), text.read(chars=1), text.read(), text.read())
out = io.BytesIO()
writer = codecs.getwriter("utf-16")(out, "replace")
writer.write("a")
writer.write("b")
print(out.getvalue(), isinstance(writer, codecs.StreamWriter), writer.encode("c")[0])
writer.reset()
writer.write("d")
print(out.getvalue())

error = UnicodeEncodeError("ascii", "a€ö", 1, 3, "too wide")
for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "surrogateescape"):
    try:
        print(name, codecs.lookup_error(name)(error), getattr(codecs, name + "_errors", None) is codecs.lookup_error(name))
    except UnicodeEncodeError as raised:
        print(name, "raised", raised)
print(codecs.backslashreplace_errors(error), codecs.backslashreplace_errors(UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "no")))
try:
    codecs.strict_errors(UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "no"))
except UnicodeDecodeError as raised:
    print(raised)
for wrong in ("text", ValueError("x")):
    try:
        print(codecs.strict_errors(wrong))
    except (TypeError, ValueError) as raised:
        print(type(raised).__name__, raised)
try:
    codecs.backslashreplace_errors(ValueError("x"))
except TypeError as raised:
    print(raised)
print(list(codecs.iterencode(["a", "ö"], "utf-8")), list(codecs.iterdecode([b"\xc3", b"\xb6"], "utf-8")))
