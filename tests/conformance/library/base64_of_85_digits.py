"""Ascii85 and Z85: both ways, folded, wrapped, framed, and what is refused."""
import base64

for data in (b"", b"a", b"ab", b"abc", b"abcd", b"hello world", bytes(8), b"    x", bytes(range(20)), b"\0" * 4 + b"\0", b"\xff" * 5):
    one, two = base64.a85encode(data), base64.b85encode(data)
    print(data, one, base64.a85encode(data, foldspaces=True, pad=True), base64.a85encode(data, adobe=True), base64.z85encode(data), base64.a85decode(one) == data, base64.z85decode(base64.z85encode(data)) == data)
print(base64.a85encode(b"x" * 30, wrapcol=10), base64.a85encode(b"x" * 32, wrapcol=7, adobe=True), base64.a85encode(b"x" * 8, wrapcol=1), base64.a85encode(memoryview(b"abc")), base64.a85encode(bytearray(b"abc")))
for text, options in ((b"<~87cURD]j~>", {"adobe": True}), ("87cURD]j", {}), ("87cUR D]\nj", {}), ("y", {"foldspaces": True}), ("zy", {"foldspaces": True}), ("y", {}), ("8zx", {}), ("8yx", {"foldspaces": True}), ("87cURD]j", {"adobe": True}), ("87cUR~>", {"adobe": True}),
                      ("s8W-\"", {}), ("s8W.\"", {}), ("uuuuu", {}), ("~", {}), ("8 7", {"ignorechars": b""}), ("é", {}), (3, {}), ("8", {}), ("87", {})):
    try:
        print(text, options, base64.a85decode(text, **options))
    except (ValueError, TypeError) as error:
        print(text, options, type(error).__name__, error)
for text in ("HelloWorld", b"HelloWorld", "Hello", "Hell", "H", "~~~~~", "nm=QN", "#####", "%nSc0", "%nSc1", "a b", "é", ""):
    try:
        print(text, base64.z85decode(text))
    except (ValueError, TypeError) as error:
        print(text, type(error).__name__, error)
for action in (lambda: base64.a85encode("text"), lambda: base64.z85encode("text"), lambda: base64.a85encode(3), lambda: base64.z85decode(3)):
    try:
        print(action())
    except TypeError as error:
        print(error)
