# The rest of what Level 1 promises: isinstance, repr, print's parameters, getattr and friends, id and type.
print("a", "b", sep="-", end="!\n")
print()
print(1, None, True, 2.0, "s", [1], sep="|")
print(*[1, 2, 3], sep=", ")
print(isinstance(1, (str, int)), isinstance(True, int), issubclass(bool, int), callable(print), callable(5))
class P:
    x = 1
p = P()
setattr(p, "y", 2)
print(getattr(p, "x"), getattr(p, "y"), hasattr(p, "z"), getattr(p, "z", None), sorted(vars(p)))
delattr(p, "y")
print(type(p) is P, type(5), type("s"), type(None), type(print), type(lambda: 0), type(P), type([]), type(...), NotImplemented)
print(repr("s"), repr([1, "a", None]), str({"a": (1,)}), repr(print), repr(len), repr(int), repr(range(3)), P.__name__)
print(id(p) == id(p), hash("a") == hash("a"), len({1, 2}), abs(-1.5), round(3.14159, 2), divmod(7, 3))
print(chr(65), ord("A"), hex(16), bin(5), format(1.5, ".2f"), ascii("é"), bool(""), int(), float(), str(), list(), dict(), tuple(), set())
print(max(1, 2.5), min("b", "a"), max([1, 3, 2], key=lambda v: -v), max([], default="none"), sum(range(5), 10), sorted([3, 1], reverse=True))
print(all(x > 0 for x in [1, 2]), any([]), list(zip()), list(map(int, "123")), eval if False else "no eval", object().__class__)
import sys, time
print(sys.version_info[:2], sys.maxsize > 2 ** 30, time.monotonic() == 0.0, time.time(), time.strftime("%Y-%m-%d"))
sys.stdout.write("written\n")
import random
print(random.random(), random.randint(1, 6), random.choice("abc"), random.uniform(0, 1))
random.seed(42)
print(random.random(), random.randrange(100), random.sample(range(10), 3), random.shuffle([1, 2, 3]))
