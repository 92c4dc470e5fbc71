# A memoryview is a window on somebody else's bytes: cast() reads them as other numbers, slices share, release() lets go.
import struct

data = bytearray(struct.pack("<4i", 1, -2, 3, 2**31 - 1))
bytes_view = memoryview(data)
ints = bytes_view.cast("i")
print(len(ints), ints.format, ints.itemsize, ints.nbytes, ints.ndim, ints.shape, ints.strides, ints.suboffsets, ints.readonly, ints.obj is data, ints.contiguous, ints.c_contiguous, ints.f_contiguous)
print(ints.tolist(), ints[1], ints[-1], ints[1:3].tolist(), ints[::2].tolist(), ints[::2].strides, ints[::2].contiguous, list(reversed(ints)), 3 in ints)
ints[0] = 256
print(data[:4], bytes_view[1], ints.cast("B")[1], ints.tobytes() == bytes(data), ints.hex()[:8], ints == [256, -2, 3, 2**31 - 1], ints == memoryview(struct.pack("<4i", 256, -2, 3, 2**31 - 1)).cast("i"))
ints[1:3] = memoryview(struct.pack("<2i", 7, 8)).cast("i")
print(ints.tolist())
for code in "bBhHiIlLqQnNfd?c":
    view = memoryview(bytes(16)).cast(code)
    print(code, view.itemsize, len(view), view[0], end="; ")
print()
doubles = memoryview(struct.pack("2d", 1.5, -2.0)).cast("d")
print(doubles.tolist(), doubles.readonly, memoryview(b"\x01\x00").cast("?").tolist(), memoryview(b"ab").cast("c").tolist(), memoryview(b"\xff\x01").cast("b").tolist())
frozen = bytes_view.toreadonly()
print(frozen.readonly, bytes_view.readonly, hash(memoryview(b"abc")) == hash(b"abc"), memoryview(b"abc") == b"abc", memoryview(b"abc") != memoryview(b"abd"))
for failing in (lambda: ints.__setitem__(0, 2**31), lambda: ints.__setitem__(0, 1.5), lambda: ints.__setitem__(0, "x"), lambda: frozen.__setitem__(0, 1), lambda: bytes_view.cast("x"), lambda: bytes_view.cast("i").cast("h"), lambda: memoryview(b"abc").cast("i"),
                lambda: ints[9], lambda: ints["a"], lambda: ints.__setitem__(slice(0, 2), b"12345678"), lambda: ints.__setitem__(slice(0, 1), memoryview(bytes(8)).cast("i")), lambda: memoryview("text"), lambda: memoryview(5),
                lambda: hash(bytes_view), lambda: hash(ints), lambda: bytes_view[::2].cast("b"), lambda: doubles.cast("i"), lambda: ints.__delitem__(0), lambda: bytes_view.cast(5), lambda: bytes_view[0, 0]):
    try:
        print(failing())
    except Exception as error:
        print(type(error).__name__, error)
with memoryview(data) as inside:
    print(inside[0])
for failing in (lambda: inside[0], lambda: len(inside), lambda: inside.tobytes(), lambda: inside.cast("i"), lambda: inside.__enter__(), lambda: inside.format, lambda: inside.obj):
    try:
        failing()
    except ValueError as error:
        print(error, end="; ")
print(inside.release(), repr(inside)[:24])
try:
    data.clear()
except BufferError as error:
    print(error)
for view in (frozen, ints):
    view.release()
