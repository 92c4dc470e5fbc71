# collections.abc: what a class must have to count as something, and what it gets for free.
from collections import abc
from collections.abc import (AsyncIterator, Awaitable, Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping,
                             MutableSequence, Sequence, Set, Sized)

for value in ([], (), {}, set(), "a", 3, iter([]), print, range(3), (x for x in ()), b""):
    kinds = [k.__name__ for k in (Iterable, Iterator, Sized, Sequence, Mapping, Set, Callable, Hashable) if isinstance(value, k)]
    print(type(value).__name__, kinds)


class Squares(Sequence):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return i * i


squares = Squares(5)
print(list(squares), 9 in squares, squares.index(16), squares.count(4), list(reversed(squares)))


class Config(MutableMapping):
    def __init__(self): self.inner = {}
    def __getitem__(self, key): return self.inner[key]
    def __setitem__(self, key, value): self.inner[key] = value
    def __delitem__(self, key): del self.inner[key]
    def __iter__(self): return iter(self.inner)
    def __len__(self): return len(self.inner)


config = Config()
config.update(a=1, b=2)
print(config.get("z", 0), config.pop("a"), dict(config), list(config.items()), config.keys(), config.setdefault("c", 3))
print(config == {"b": 2, "c": 3}, "b" in config, isinstance(config, Mapping))


class Half(Iterable):
    pass


try:
    Half()
except TypeError as error:
    print(error)
try:
    abc.MutableSequence()
except TypeError as error:
    print(error)


class Duck:
    def __iter__(self): return iter(())
    def __len__(self): return 0
    def __contains__(self, x): return False


print(issubclass(Duck, abc.Collection), issubclass(Duck, Sequence), isinstance(Duck(), Sized))


@Sequence.register
class Registered:
    pass


print(isinstance(Registered(), Sequence), issubclass(Registered, abc.Reversible))


class Waits:
    def __await__(self):
        yield


print(isinstance(Waits(), Awaitable), isinstance(Waits(), AsyncIterator), Mapping.__module__, abc.Mapping)
match config:
    case {"b": value}:
        print("a mapping pattern takes it:", value)
match squares:
    case [0, 1, *_]:
        print("a sequence pattern takes it")
