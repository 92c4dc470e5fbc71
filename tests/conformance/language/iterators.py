# Things that can be iterated: __iter__, __next__, __getitem__, iter with a sentinel, unpacking from anywhere.
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(5)), tuple(Countdown(2)), sorted(Countdown(3)), 2 in Countdown(4))
class Sequence:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(list(Sequence()), 20 in Sequence(), [*Sequence()], dict(zip("abcd", Sequence())))
a, b, c = Countdown(3)
print(a, b, c, "".join(str(x) for x in Countdown(3)))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "default"))
values = iter([5, 6, 0, 7])
print(list(iter(lambda: next(values), 0)))
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x, y)
for x in Countdown(2):
    for y in Countdown(2):
        print(x, y, end=" ")
print()
print(list(map(lambda a, b: a + b, [1, 2], [10, 20])), list(zip(Countdown(3), "ab")), min("hello"), sorted("hello", key=lambda c: -ord(c)))
class NoIter: pass
for bad in (lambda: list(NoIter()), lambda: next(NoIter()), lambda: iter(3), lambda: [*5]):
    try: bad()
    except TypeError as e: print(e)
d = {"one": 1, "two": 2}
print([k for k in d], [v for v in d.values()], [(k, v) for k, v in d.items()], sorted(d, key=d.get, reverse=True))
