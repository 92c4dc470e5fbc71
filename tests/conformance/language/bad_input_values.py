# Hostile values end in CPython's error, or in a plain answer, at once.
import sys


class Revived:
    kept = []

    def __del__(self):
        Revived.kept.append(self)
        print("deleted and revived")


class Grumpy:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        raise RuntimeError("do not compare me")

    def __hash__(self):
        return 1

    def __lt__(self, other):
        if self.n == 3:
            raise ZeroDivisionError("in the middle of sorting")
        return self.n < other.n

    def __repr__(self):
        return f"G{self.n}"


ghost = Revived()
del ghost
print(len(Revived.kept))
Revived.kept.clear()
print(len(Revived.kept))
grumpy = [Grumpy(n) for n in (2, 1, 3, 0)]
try:
    grumpy.sort()
except ZeroDivisionError as error:
    print(error, sorted(g.n for g in grumpy))
for wrong in (lambda: {grumpy[0], grumpy[1]}, lambda: {grumpy[0]: 1, grumpy[1]: 2}, lambda: grumpy.index(Grumpy(9)), lambda: Grumpy(1) in grumpy, lambda: grumpy.count(1), lambda: grumpy == [Grumpy(n.n) for n in grumpy], lambda: grumpy.remove(5)):
    try:
        print(wrong())
    except RuntimeError as error:
        print(error)
loop = []
loop.append(loop)
table = {}
table["self"] = table
print(loop, table, loop == loop, [loop] == [loop])
other = []
other.append(other)
try:
    print(loop == other)
except RecursionError as error:
    print(type(error).__name__)
deep = []
for _ in range(5000):
    deep = [deep]
try:
    print(len(repr(deep)))
except RecursionError as error:
    print(type(error).__name__)
del deep
for change in (lambda d, k: d.pop(k), lambda d, k: d.setdefault(k + 100, 0), lambda d, k: d.clear()):
    d = dict.fromkeys(range(4))
    try:
        for key in d:
            change(d, key)
    except RuntimeError as error:
        print(error)
numbers = [1, 2, 3]
for n in numbers:
    if len(numbers) < 6:
        numbers.append(n * 10)
print(numbers)
for wrong in (lambda: "x" * 2**62, lambda: [0] * 2**62, lambda: b"x" * 2**63, lambda: " ".join(["x"]) * -5, lambda: range(10**30)[10**29], lambda: len(range(10**30)), lambda: list(range(10**30)), lambda: "%99999999999999999999d" % 1, lambda: format(1, "99999999999999999999"), lambda: int("9" * 5000), lambda: str(10**5000), lambda: (1, 2)[10**30], lambda: [1][-(10**30):], lambda: "abc"[:: 10**30], lambda: chr(2**40), lambda: 2.0**5000, lambda: 10**400 / 3, lambda: float(10**400), lambda: "a".zfill(2**62), lambda: [].insert(2**70, 1)):
    try:
        print(repr(wrong())[:60])
    except (MemoryError, OverflowError, ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, str(error)[:90] if not isinstance(error, MemoryError) else "")
