"""What binascii cannot read, and how it says so."""
import binascii

print(binascii.Error.__mro__, binascii.Incomplete.__mro__, repr(binascii.Error("odd")), repr(binascii.Incomplete("half")))
for action in (lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: binascii.unhexlify("é1"), lambda: binascii.unhexlify(3),
               lambda: binascii.a2b_base64("abc"), lambda: binascii.a2b_base64("a"), lambda: binascii.a2b_base64("YWJj"), lambda: binascii.a2b_base64("Y W\nJ!j"),
               lambda: binascii.a2b_base64("YWJjZ"), lambda: binascii.a2b_base64("YWJjZA="), lambda: binascii.a2b_base64("YWJjZA=="),
               lambda: binascii.a2b_base64("YWJjZA==YWJj"), lambda: binascii.a2b_base64("=YWJj"), lambda: binascii.a2b_base64("YWJj="),
               lambda: binascii.a2b_base64("=YWJj", strict_mode=True), lambda: binascii.a2b_base64("YW J", strict_mode=True),
               lambda: binascii.a2b_base64("YWJjZA==YWJj", strict_mode=True), lambda: binascii.a2b_base64("YWJj=", strict_mode=True),
               lambda: binascii.a2b_base64("YWJjZA=", strict_mode=True), lambda: binascii.a2b_base64("YWJjZA=x", strict_mode=True),
               lambda: binascii.a2b_base64("YWJjZA==\n", strict_mode=True), lambda: binascii.a2b_base64("", strict_mode=True),
               lambda: binascii.b2a_base64("text"), lambda: binascii.b2a_base64(b"\xff" * 4), lambda: binascii.b2a_base64(b"x", newline=False), lambda: binascii.b2a_base64(b""),
               lambda: binascii.hexlify("text"), lambda: binascii.hexlify(b"abcd", "-"), lambda: binascii.hexlify(b"abcde", ":", 2), lambda: binascii.hexlify(b"abcde", ":", -2),
               lambda: binascii.hexlify(b"ab", "--"), lambda: binascii.hexlify(b"ab", "é"), lambda: binascii.hexlify(bytearray(b"xy"), b"_"),
               lambda: binascii.crc32("text"), lambda: binascii.crc32(b"text"), lambda: binascii.crc32(b"xt", binascii.crc32(b"te")), lambda: binascii.crc32(b"", -1),
               lambda: binascii.crc_hqx(b"text", 0), lambda: binascii.crc_hqx(b"text", 0x12345), lambda: binascii.crc32(memoryview(b"text")[1:])):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    binascii.unhexlify("0")
except ValueError as error:
    print(type(error) is binascii.Error, isinstance(error, binascii.Incomplete))
