# pickle: the bytes of built-in values, protocol by protocol; a container that is met twice, or that holds itself, is written once.
import hashlib
import pickle

VALUES = [0, 1, -1, 255, 256, 65535, 65536, 2**31 - 1, 2**31, -2**31 - 1, 10**30, -10**30, True, None, ..., NotImplemented, 0.0, -1.5,
          float("inf"), 1j, "", "a", "h\xe9llo \u20ac\U0001f600\n\\", b"", b"ab\xff", bytearray(b"abc"), (), (1,), (1, 2, 3), (1, 2, 3, 4),
          [], [1], [1, 2], {}, {"a": 1}, {"a": 1, "b": [2]}, set(), {1, 2}, frozenset([1]), range(3), slice(1, 2), [("a", "b"), ("a", "b")],
          len, print, int, str, dict, type(None), ValueError, TimeoutError, [len, int, getattr, str], [].append]


def same(value, again):
    return type(value) is type(again) and (repr(value) == repr(again))


for value in VALUES:
    print(repr(value) if "0x" not in repr(value) else type(value))
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        data = pickle.dumps(value, protocol)
        print("   ", protocol, data, same(value, pickle.loads(data)))

# Long ones come in frames and batches.
for value in (list(range(2500)), {i: i for i in range(2100)}, {i: 0 for i in range(1000)}, ["y" * 70_000, b"z" * 70_000, 1], 2**2100, "x" * 300,
              set(range(1200)), [1.0, [2.0]] * 3, tuple(range(300))):
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        print(type(value).__name__, protocol, len(data), hashlib.md5(data).hexdigest(), pickle.loads(data) == value)

shared = [1]
pair = pickle.loads(pickle.dumps([shared, shared]))
print(pair[0] is pair[1])
around = [1]
around.append(around)
inside = ([],)
inside[0].append(inside)
for value in (around, inside):
    for protocol in range(6):
        print(pickle.dumps(value, protocol))
again = pickle.loads(pickle.dumps(inside))
print(again[0][0] is again, type(again))
deep = []
for _ in range(900):
    deep = [deep]
print(len(pickle.dumps(deep)), str(pickle.loads(pickle.dumps(deep))).count("["))
