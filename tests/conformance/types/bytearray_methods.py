# A bytearray has the methods of bytes, and those that change it in place.
data = bytearray(b"Hello world")
print(data.capitalize(), data.swapcase(), data.title(), data.lower(), data.center(15, b"*"), data.ljust(13, b"."), data.rjust(13), data.zfill(13))
print(data.count(b"o"), data.index(b"w"), data.rfind(b"o"), data.rindex(111), data.startswith(b"He"), data.endswith((b"x", b"ld")))
print(data.partition(b" "), data.rpartition(b"o"), data.replace(b"l", b"L", 2), data.removeprefix(b"He"), data.removesuffix(b"ld"))
print(data.rsplit(b"o", 1), bytearray(b" a\tb\n").strip(), bytearray(b"..x..").lstrip(b"."), bytearray(b"..x..").rstrip(b"."))
print(bytearray(b"a\nb\r\nc").splitlines(), bytearray(b"a\tb").expandtabs(4), bytearray(b",").join([b"x", bytearray(b"y")]), data.hex(" ", 2))
print(bytearray(b"abc").translate(bytes.maketrans(b"ab", b"xy"), b"c"))
print(data.isalpha(), bytearray(b"12").isdigit(), bytearray(b"a1").isalnum(), bytearray(b"  ").isspace(), bytearray(b"Ab").istitle(),
      bytearray(b"A").isupper(), bytearray(b"a").islower(), data.isascii())
data[0:5] = b"Bye"
data += b"!"
data.append(63)
data.insert(0, 62)
data.extend([1, 2])
print(data, data.pop(), data.pop(0), data)
data.remove(33)
data.reverse()
print(data, data.copy() == data, data[::2], data[-1])
del data[1:3]
print(data, len(data), 63 in data, b"ey" in data)
for wrong in (lambda: data.append(256), lambda: data.append("x"), lambda: data.remove(0), lambda: data.index(b"zz"), lambda: bytearray("text"),
              lambda: bytearray(-1), lambda: data.insert(0), lambda: bytearray().pop()):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
