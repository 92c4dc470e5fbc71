"""Cells compare by what is in them, slices hash by what they are made of."""
import types

empty, one, two = types.CellType(), types.CellType(1), types.CellType(2)
print(one == types.CellType(1), one < two, one != two, empty == types.CellType(), empty < one, one <= empty, one == 1)
print(repr(empty).split(" at ")[0], repr(empty).endswith(": empty>"), "int object at" in repr(one))
for refused in (lambda: hash(one), lambda: one < 5, lambda: empty.cell_contents):
    try:
        refused()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(hash(slice(1, 2, 3)), hash(slice(0, -1, 2)), hash(slice((1, 2), 5, 3)))
print({slice(1, 2): "a", slice(1, 2, 3): "b"}[slice(1, 2, None)])
try:
    hash(slice([], 1, 1))
except TypeError as error:
    print(error)
