# struct: numbers as bytes in an order one names; sizes, padding, what does not fit, what a float keeps of its digits.
import struct


def say(function, *args):
    try:
        print(function, args, "->", getattr(struct, function)(*args))
    except (struct.error, TypeError, OverflowError) as error:
        print(function, args, "->", f"{type(error).__name__}: {error}")


for form, values in [("<I", [258]), (">I", [258]), ("!HHl", [1, 2, -3]), ("bxh", [-1, 2]), ("bi", [1, 2]), ("ib0q", [1, 2]),
                     ("@q", [-1]), ("2h3s", [1, 2, b"abcdef"]), ("5p", [b"abc"]), ("?c", [[], b"z"]), ("> i 2h ", [1, 2, 3])]:
    data = struct.pack(form, *values)
    print(f"{form!r:>10} {struct.calcsize(form):>2} {data!r} {struct.unpack(form, data)}")

for value in (0.0, -0.0, 1.0, 0.1, -2.5, 65504.0, 1e-8, 1e30, 5e-324, float("inf"), float("-inf")):
    for form in ("<e", "<f", ">d"):
        say("pack", form, value)
for data in ("0000", "0100", "ff03", "7bff", "7c00", "fc00"):
    print(data, struct.unpack(">e", bytes.fromhex(data)))
print(struct.unpack("<f", struct.pack("<f", 3.14159)), struct.unpack("<d", struct.pack("<d", 3.14159)))
print(struct.unpack(">f", b"\x00\x00\x00\x01"), struct.unpack("f", b"\x00\x00\xc0\x7f"))

say("pack", "B", 256)
say("pack", "b", -129)
say("pack", "<L", -1)
say("pack", "q", 2**63)
say("pack", "h", "1")
say("pack", "h", 1.0)
say("pack", "f", "x")
say("pack", "f", True)
say("pack", "f", 1e300)
say("pack", "c", "a")
say("pack", "3s", "a")
say("pack", "ii", 1)
say("pack", 1)
say("pack", "<n", 1)
say("unpack", "i", b"123")
say("unpack", "i", "abcd")
say("unpack", "3", b"")
say("unpack_from", "i", b"123456", 4)
say("unpack_from", "i", b"123456", -2)
say("unpack_from", "<h", b"123456", -2)
say("calcsize", "z")
say("calcsize", "<bhilq")
say("calcsize", "bhilq")

buffer = bytearray(8)
struct.pack_into("<hh", buffer, 2, 1, -1)
print(buffer)
say("pack_into", "i", buffer, 6, 1)
say("pack_into", "i", b"1234", 0, 1)

header = struct.Struct("!2sHI")
print(header, header.format, header.size, header.unpack(header.pack(b"OK", 7, 10**9)))
print(list(struct.iter_unpack("<H", b"\1\0\2\0\3\0")))
say("iter_unpack", "<H", b"123")
print(type(header), struct.error, struct.error.__module__)
try:
    header.unpack(b"")
except struct.error as error:
    print(repr(error))
