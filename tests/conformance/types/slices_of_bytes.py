# Slices of bytes and bytearray, read, replaced and deleted, with every kind of step.
import itertools

text = b"abcdefghij"
bounds = (None, 0, 1, 3, 9, 10, 20, -1, -3, -20)
steps = (None, 1, 2, 3, 7, 20, -1, -2, -3, -20)
seen = []
for start, stop, step in itertools.product(bounds, bounds, steps):
    part = slice(start, stop, step)
    array = bytearray(text)
    assert array[part] == text[part] == bytes(list(text)[part]), part
    kept = list(text)
    del kept[part]
    del array[part]
    assert array == bytes(kept), (part, array)
    seen.append(len(text[part]) * 100 + len(array))
print(len(seen), sum(seen), sorted(set(seen)))

array = bytearray(b"0123456789" * 3)
del array[2:28:5]
print(array)
del array[::-4]
print(array)
del array[5:2]
array[3:3] = b"***"
array[::6] = b"......"[: len(array[::6])]
print(array, len(array))
print(b"x" * 5, b"" * 5, b"ab" * 3, b"ab" * 0, b"x" * -1, bytearray(b"y") * 4, 3 * bytearray(b"pq"))
big = b"0123456789" * 100_000
print(len(big[5:-5]), big[5:-5][:6], big[::100_000], big[::-100_000])
array = bytearray(big)
while len(array) > 100:
    del array[: len(array) // 2]
print(len(array), bytes(array[:10]))
