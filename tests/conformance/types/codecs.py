"""Text to bytes and back: which letters an error names, its fields, and what each error handler puts in their place."""


def show(make):
    try:
        print(ascii(make()))
    except (UnicodeError, LookupError, TypeError) as error:
        print(type(error).__name__ + ":", error, ascii(error.args))


for text in ("a\u4e2d\u6587b", "\xe9", "\U0001f600", "\ud800", "a\ud800\udfff"):
    for codec in ("ascii", "latin-1", "utf-8", "utf-16-le"):
        show(lambda: text.encode(codec))
for handler in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "nope"):
    show(lambda: "a\xe9\u4e2d\U0001f600".encode("ascii", handler))
    show(lambda: b"a\xe4\xb8b\xff".decode("utf-8", handler))
    show(lambda: b"a\xe9b".decode("ascii", handler))
for content in (b"\xff", b"a\xc3", b"\xe4\xb8", b"\xe4\xb8a", b"\xf0\x9f\x98a", b"\xed\xa0\x80", b"\xc0\x80"):
    show(lambda: content.decode())
for content in (b"a\x00b", b"\x00\xd8a\x00", b"\x00\xdca\x00", b"\x00\xd8", b"=\xd8\x00\xde"):
    show(lambda: content.decode("utf-16-le"))
show(lambda: "a\U0001f600".encode("utf-16"))
show(lambda: b"\xfe\xff\x00a".decode("utf-16"))
show(lambda: "\xe9".encode("utf-8-sig").decode("utf-8-sig"))
show(lambda: "a".encode("no such"))
show(lambda: "a".encode(5))
show(lambda: print("\ud800"))
try:
    b"a\xff".decode()
except UnicodeDecodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason)
show(lambda: UnicodeDecodeError("x", b"abc", 0, 2, "why"))
show(lambda: str(UnicodeDecodeError("x", b"abc", 0, 2, "why")))
show(lambda: UnicodeEncodeError("x"))
