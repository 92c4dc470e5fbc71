# base64: there and back for every length, with its errors.
import base64

for n in range(8):
    data = bytes(range(249, 249 + n)) if n < 6 else b"\xff\xfe\xfd\x00\x01\x02\x03"[:n]
    text = base64.b64encode(data)
    print(data, text, base64.b64decode(text) == data, base64.urlsafe_b64encode(data), base64.b16encode(data))
print(base64.b64decode("aGVsbG8="), base64.b64decode(b"aGVs\nbG8 ="), base64.urlsafe_b64decode("-_-_"), base64.b16decode("00FF"), base64.encodebytes(b"x" * 60))
for wrong in (lambda: base64.b64decode("a"), lambda: base64.b64decode("abc"), lambda: base64.b64encode("x"), lambda: base64.b64decode("a$bc", validate=True), lambda: base64.b16decode("0g")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
