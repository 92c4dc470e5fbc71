# base64: texts that are not quite right, with and without validate, and what is refused.
import base64
import binascii


def tried(call, *args, **options):
    try:
        return call(*args, **options)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for text in ("fg==fg==", "fg==", "fg=", "fg==z", "fg==zz", "fg=z", "fgz==", "fgz=", "fgz", "fg", "f", "f===", "====", "=fg=", "=fg==", "fg=\n=", "fg===", "fgzz=", "fg==\n", "\nfg==", "f=g=", "f=g==", "f==g",
             "fg!=", "fg=!=", "fgz=z", "", "=", "fgzzf", "fg==f", "fg= =x", "é", "-_+/"):
    print(repr(text), tried(base64.b64decode, text), tried(base64.b64decode, text, validate=True), tried(binascii.a2b_base64, text), tried(base64.urlsafe_b64decode, text))
for text in ("0", "0g", "ab", "AB\n", "A", b"\xff", "é", "0x", "FFé"):
    print(repr(text), tried(base64.b16decode, text), tried(base64.b16decode, text, True), tried(binascii.unhexlify, text))
for value in (5, None, "ab", bytearray(b"YQ=="), memoryview(b"YQ=="), [1], b"YQ"):
    for name in ("b64decode", "decodebytes", "encodebytes", "b16decode", "b32decode", "b85decode", "urlsafe_b64decode"):
        print(value if not isinstance(value, memoryview) else "view", name, tried(getattr(base64, name), value))
print(base64.b64decode("a-_b", b"-_"), base64.b64decode("a-_b", "-_"), tried(base64.b64decode, "a-_b", "-"), base64.encodebytes(bytes(60)), base64.decodebytes(base64.encodebytes(bytes(range(80)))) == bytes(range(80)))
