# collections.abc: write the few methods that are abstract, get the rest. Which those few are, an error tells.
from collections import abc


class Bag(abc.MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)

    def __repr__(self):
        return f"Bag({self.items})"


bag = Bag("abc")
bag.add("d")
bag.discard("z")
bag.remove("a")
print(bag, bag & {"b", "x"}, bag | ["y"], bag - {"b"}, bag ^ {"b", "e"}, bag <= set("bcde"), bag == {"b", "c", "d"}, bag.isdisjoint("xy"), {"c", "q"} - bag)
bag |= {"e"}
bag -= {"b"}
bag &= {"c", "e"}
bag ^= {"c", "f"}
print(bag, bag.pop(), bag, bag.clear(), bag, len(bag))
for failing in (lambda: bag.remove("a"), lambda: bag.pop(), lambda: hash(bag)):
    try:
        failing()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)


class Ring(abc.MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, at):
        return self.items[at]

    def __setitem__(self, at, value):
        self.items[at] = value

    def __delitem__(self, at):
        del self.items[at]

    def __len__(self):
        return len(self.items)

    def insert(self, at, value):
        print("insert", at, value, end="; ")
        self.items.insert(at, value)


ring = Ring(1, 2)
ring.append(3)
ring.extend([4, 2])
ring += (5,)
print(ring.items, ring.pop(), ring.pop(0), ring.count(2), ring.index(2), ring.index(2, 1), 4 in ring, list(reversed(ring)))
ring.reverse()
ring.remove(3)
print(ring.items, list(ring), ring.extend(ring), ring.items, ring.clear(), ring.items)
for failing in (lambda: ring.remove(9), lambda: ring.index(9), lambda: ring.pop()):
    try:
        failing()
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)


class Attributes(abc.MutableMapping):
    def __init__(self):
        self.store = {}

    def __getitem__(self, key):
        return self.store[key]

    def __setitem__(self, key, value):
        self.store[key] = value

    def __delitem__(self, key):
        del self.store[key]

    def __iter__(self):
        return iter(self.store)

    def __len__(self):
        return len(self.store)


found = Attributes()
found.update({"a": 1}, b=2)
found.update([("c", 3)])
print(found.get("z"), found.setdefault("d", 4), found.pop("a"), found.pop("a", "gone"), list(found.keys()), list(found.values()), list(found.items()), found.popitem(), "c" in found)
print(found.keys() & {"c", "x"}, found.items() - {("c", 3)}, sorted(found.keys() | {"z"}), found.keys().isdisjoint("q"), found.items().isdisjoint([("d", 4)]), found == {"c": 3, "d": 4}, 3 in found.values())
print(repr(found.keys())[:9], isinstance(found.keys(), abc.KeysView), isinstance(found.items(), abc.ItemsView), isinstance(found.values(), abc.ValuesView),
      isinstance({}.values(), abc.MappingView), found.clear(), len(found))


class Echo(abc.Generator):
    def send(self, value):
        if value == "stop":
            raise StopIteration("done")
        return f"echo {value}"

    def throw(self, kind, value=None, traceback=None):
        print("thrown", kind)
        raise GeneratorExit if kind is GeneratorExit else KeyError(kind)


echo = Echo()
print(next(echo), echo.send(5), iter(echo) is echo, echo.close())
try:
    echo.throw(ValueError)
except KeyError as error:
    print(repr(error))


class Steps(abc.Coroutine):
    def __init__(self):
        self.left = 2

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        self.left -= 1
        if self.left < 0:
            raise StopIteration("two steps")
        return None

    def throw(self, kind, value=None, traceback=None):
        super().throw(kind, value, traceback)


async def main():
    print(await Steps())


import asyncio
asyncio.run(main())
steps = Steps()
print(steps.send(None), steps.close())
try:
    steps.throw(ValueError("thrown"))
except ValueError as error:
    print(repr(error))


class Countdown(abc.AsyncGenerator):
    def __init__(self, number):
        self.number = number

    async def asend(self, value):
        self.number -= 1
        if self.number < 0:
            raise StopAsyncIteration
        return self.number

    async def athrow(self, kind, value=None, traceback=None):
        await super().athrow(kind, value, traceback)


async def count():
    countdown = Countdown(2)
    print([number async for number in countdown], await Countdown(9).asend(None), await countdown.aclose())
    try:
        await countdown.athrow(KeyError("x"))
    except KeyError as error:
        print(repr(error))


asyncio.run(count())


async def generates():
    yield


# What has the methods is an instance, for the small ones; the larger ones must be said.
class Small:
    __hash__ = None

    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())

    def __contains__(self, item):
        return False


for kind in (abc.Sized, abc.Iterable, abc.Container, abc.Collection, abc.Hashable, abc.Reversible, abc.Sequence, abc.Set, abc.Iterator, abc.Callable):
    print(kind.__name__, isinstance(Small(), kind), isinstance([], kind), isinstance({}.keys(), kind), isinstance("", kind), isinstance(iter(""), kind), end="; ")
print()
print(isinstance(b"", abc.Buffer), isinstance("", abc.Buffer), isinstance(generates(), abc.AsyncIterable), isinstance(generates(), abc.AsyncGenerator), isinstance((x for x in ""), abc.Generator))
for kind in (abc.MutableSet, abc.MutableSequence, abc.MutableMapping, abc.Generator, abc.Iterator, abc.Sized, abc.Set, abc.AsyncGenerator, abc.Coroutine, abc.Sequence, abc.Buffer, abc.Mapping):
    try:
        kind()
    except TypeError as error:
        print(error)
