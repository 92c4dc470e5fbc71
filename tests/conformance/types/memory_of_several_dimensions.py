"""cast() gives a memoryview a shape: items by tuples of indices, nested lists; views of a row are not made, as in CPython."""
data = bytearray(range(24))
grid = memoryview(data).cast("B", [2, 3, 4])
print(grid.shape, grid.strides, grid.ndim, len(grid), grid.nbytes, grid.itemsize, grid.suboffsets)
print(grid.contiguous, grid.c_contiguous, grid.f_contiguous, grid.readonly, grid.obj is data)
print(grid.tolist(), grid[1, 2, 3], grid[-1, -3, 0], grid[True, 0, 0])
grid[0, 1, 2] = 200
print(data[6], grid.tobytes() == bytes(data), bytes(grid) == bytes(data), grid.hex()[:14])
wide = memoryview(bytes(range(24))).cast("i", (3, 2))
print(wide.tolist(), wide.strides, wide[2, 1], wide.format, wide == wide.cast("B").cast("i", [3, 2]), wide.cast("B").tolist()[:5])
alone = memoryview(b"\x07").cast("B", [])
print(alone.shape, alone.strides, alone.ndim, alone.tolist(), alone[()], alone[...] is alone, alone.nbytes, alone == alone[...], alone.f_contiguous)
row = memoryview(bytes(6)).cast("B", [1, 6])
print(row.f_contiguous, row.cast("B").shape, row == memoryview(bytes(6)), row != bytes(6), hash(row) == hash(bytes(6)), row.cast("B", [6]).shape)
flat = memoryview(bytearray(b"abcdef"))
print(flat[(1,)], flat[-1,], memoryview(flat).cast("c", [2, 3]).tolist(), memoryview(row).shape, row.toreadonly().shape)
flat[0,] = 65
print(flat.tobytes(), memoryview(flat.cast("B", (2, 3))).tolist())
writable = memoryview(bytearray(1)).cast("B", ())
writable[()] = 5
writable[...] = 6
print(writable.tolist(), writable.tobytes())


class Two:
    def __index__(self):
        return 2


print(grid[1, Two(), Two()], memoryview(b"abcdef").cast("B", [2, 3]).tolist(), flat.cast("B", [True, 6]).shape, flat.cast("B", [6, True]).tolist()[5])
rows = grid[::-1]
print(rows.shape, rows.strides, rows.tolist()[0][0], rows[0, 0, 0], rows.contiguous, rows.f_contiguous, rows == grid, rows.tobytes() == bytes(data[12:] + data[:12]))
half = grid[1:]
print(half.shape, half.strides, half.contiguous, half.nbytes, half.tobytes() == bytes(data[12:]), half[0, 2, 3], grid[2:].shape, grid[2:].tolist(), grid[2:].f_contiguous, half[0:1].cast("B").shape)
rows[1, 0, 0] = 77
print(data[0], len(rows), rows == rows.toreadonly(), memoryview(grid[::2]).shape)
none = memoryview(b"")[::-1]
print(none.tobytes(), none.tolist(), bytes(none), none.contiguous, none.f_contiguous, none == b"", grid[3:][::-1].tobytes(), grid[1:1][::-2].tolist(), memoryview(b"a")[::-1].tobytes())
for asked in (
    lambda: grid[0],
    lambda: rows.cast("B"),
    lambda: none.cast("B"),
    lambda: none[::-1].cast("B").contiguous,
    lambda: grid[3:].cast("B"),
    lambda: (grid[3:].contiguous, grid[3:].f_contiguous, grid[::2][2:].contiguous),
    lambda: str(none, "ascii"),
    lambda: grid[2:].cast("B"),
    lambda: flat[10**30],
    lambda: str(rows, "latin-1"),
    lambda: str(half, "latin-1")[-1],
    lambda: bytes(rows)[0],
    lambda: grid[0:1].tolist(),
    lambda: grid[0, 1],
    lambda: grid[0, 1, 2, 3],
    lambda: grid[0, 3, 0],
    lambda: grid[0, 0, -5],
    lambda: grid[0, 0, 10**30],
    lambda: grid[0:1, 0:1],
    lambda: grid[0, 0:1],
    lambda: grid[()],
    lambda: grid["x"],
    lambda: grid[...],
    lambda: list(grid),
    lambda: grid.__setitem__(0, 1),
    lambda: grid.__setitem__((0, 1), 1),
    lambda: grid.__setitem__(slice(0, 1), b"a"),
    lambda: grid.__setitem__((0, 0, 0), 256),
    lambda: grid.__setitem__((0, 0, 0), "a"),
    lambda: grid.__setitem__((0, 9, 0), 1),
    lambda: grid.__setitem__("x", 1),
    lambda: wide.__setitem__((0, 0), 1),
    lambda: len(alone),
    lambda: alone[0],
    lambda: alone[1:],
    lambda: list(alone),
    lambda: alone.__setitem__(0, 1),
    lambda: flat[1, 2],
    lambda: flat[()],
    lambda: flat[0:1,],
    lambda: flat[9,],
    lambda: flat["a",],
    lambda: flat.cast("B", [2, 2]),
    lambda: flat.cast("B", [0]),
    lambda: flat.cast("B", [-6, -1]),
    lambda: flat.cast("B", ["6"]),
    lambda: flat.cast("B", [6.0]),
    lambda: flat.cast("B", "6"),
    lambda: flat.cast("B", None),
    lambda: flat.cast("B", [2**62, 2**62]),
    lambda: flat.cast("B", [10**30]),
    lambda: flat.cast("B", [1] * 65),
    lambda: flat.cast("i", [1]),
    lambda: grid.cast("B", [4, 6]),
    lambda: grid.cast("i", [6]).shape,
    lambda: memoryview(b"").cast("B", [1]),
    lambda: memoryview(b"").cast("B", []),
    lambda: memoryview(b"").cast("i").shape,
    lambda: flat[::2].cast("B", [3]),
    lambda: flat.cast("B", shape=[3, 2]).tolist(),
    lambda: grid in (grid,),
    lambda: 3 in grid,
):
    try:
        print(asked())
    except Exception as error:
        print(type(error).__name__, error)
