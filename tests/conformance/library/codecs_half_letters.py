"""Halves of letters of UTF-16, and bytes that are no text: what each handler makes of them, both ways, and where an error says they stand."""
import encodings

for text, codec, handler in (("öö", "ascii", "surrogatepass"), ("a\ud800\udc00b", "ascii", "surrogatepass"), ("öö!ö", "ascii", "strict"), ("\ud800x", "utf-8", "surrogatepass"), ("\ud800", "utf-8", "strict"), ("\ud800\udc00x", "utf-8", "strict"),
                             ("\ud800", "utf-16-le", "surrogatepass"), ("x\udfff", "utf-32-be", "surrogatepass"), ("\ud800\ud801", "utf-16", "strict"), ("ö\udc80", "ascii", "surrogateescape"), ("\udc80\udc81", "ascii", "surrogateescape"), ("\udc80ö", "latin-1", "surrogateescape"),
                             ("☃☃a", "cp1252", "strict"), ("☃☃a", "latin-1", "strict"), ("☃☃a", "latin-1", "backslashreplace"), ("\udc80", "utf-8", "surrogateescape"), ("\ud800", "utf-8", "backslashreplace"), ("\ud800", "utf-8", "replace")):
    try:
        print(ascii(text), codec, handler, text.encode(codec, handler))
    except UnicodeEncodeError as error:
        print(ascii(text), codec, handler, ascii(str(error)), error.start, error.end)
for octets, codec, handler in ((b"\xed\xa0\x80", "utf-8", "surrogatepass"), (b"\xff\xfe", "ascii", "surrogatepass"), (b"\xff\xfe", "ascii", "surrogateescape"), (b"a\x81", "cp1252", "surrogateescape"), (b"a\x81", "cp1252", "strict"), (b"\xe2\x82", "utf-8", "surrogateescape"),
                               (b"\xff", "utf-8", "surrogatepass"), (b"\x00\xd8", "utf-16-le", "surrogatepass"), (b"\x00\xd8a\x00", "utf-16-le", "surrogatepass"), (b"\xdc\x00\x00a", "utf-16-be", "surrogatepass"), (b"\x00\x00\xd8\x00", "utf-32-be", "surrogatepass"), (b"\x00", "utf-16-le", "surrogatepass"),
                               (b"\x00\x11\x00\x00", "utf-32-be", "surrogatepass"), (b"\x00\xd8", "utf-16-le", "replace"), (b"\x00\xd8a\x00", "utf-16-le", "strict"), (b"\xf0\x9f\x98", "utf-8", "replace"), (b"\xe2\x28\xa1", "utf-8", "backslashreplace")):
    try:
        print(octets, codec, handler, ascii(octets.decode(codec, handler)))
    except UnicodeDecodeError as error:
        print(octets, codec, handler, error, error.start, error.end)
print([encodings.normalize_encoding(name) for name in ("UTF-8", "  utf--8 ", "ISO 8859.1", "a_b", "-x-", "utf8")])
