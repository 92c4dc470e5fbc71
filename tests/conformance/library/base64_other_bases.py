# base64: the bases 16, 32 and 85 beside 64; padding, letters of both cases, and what is refused. hashlib stretches a password.
import base64
import hashlib

for data in (b"", b"f", b"fo", b"foo", b"foob", b"fooba", b"foobar", bytes(range(250, 256)), b"\0\0\0\0\0"):
    forms = [encode(data) for encode in (base64.b16encode, base64.b32encode, base64.b32hexencode, base64.b64encode, base64.b85encode)]
    back = [decode(form) for decode, form in zip((base64.b16decode, base64.b32decode, base64.b32hexdecode, base64.b64decode, base64.b85decode), forms)]
    print(data, *forms, set(back) == {data})
print(base64.b32decode("mzxw6===", casefold=True), base64.b32decode(b"MZXW6===", map01="I"), base64.b32decode("A0A1A111", map01=b"L"), base64.b32hexdecode("cpnmu===", True), base64.b16decode("0aff", casefold=True))
print(base64.b85encode(b"abc", pad=True), base64.b85decode("VPaz%"), base64.standard_b64encode(b"\xff\xfe"), base64.standard_b64decode("//4="), base64.decodebytes(b"Zm9v\nYmFy\n"), base64.encodebytes(b"x" * 60))
for failing in (lambda: base64.b32decode("MZXW6"), lambda: base64.b32decode("mzxw6==="), lambda: base64.b32decode("M1XW6==="), lambda: base64.b32decode("M======="), lambda: base64.b32decode("MZXW6é=="), lambda: base64.b16decode("0aff"), lambda: base64.b16decode("0"),
                lambda: base64.b85decode("a b"), lambda: base64.b85decode("~~~~~"), lambda: base64.b32encode("text"), lambda: base64.b85encode("text"), lambda: base64.b32hexdecode("W======="), lambda: base64.b64decode("a")):
    try:
        print(failing())
    except Exception as error:
        print(type(error).__name__, error)
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 2).hex(), hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 3, 10).hex(), len(hashlib.pbkdf2_hmac("sha512", bytearray(b"p"), b"s", 1, 100)))
for failing in (lambda: hashlib.pbkdf2_hmac("sha256", b"p", b"s", 0), lambda: hashlib.pbkdf2_hmac("sha256", b"p", b"s", 1, 0)):
    try:
        failing()
    except ValueError as error:
        print(error)
