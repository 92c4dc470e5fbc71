# functools.singledispatch chooses by the first argument's class; total_ordering fills in the comparisons.
from functools import singledispatch, singledispatchmethod, total_ordering
from collections.abc import Mapping, Sequence


@singledispatch
def describe(value):
    return f"something: {value!r}"


@describe.register
def _(value: int):
    return f"int {value}"


@describe.register(list)
@describe.register(tuple)
def _(value):
    return f"{len(value)} items"


@describe.register
def _(value: float | complex):
    return "a number with a point"


@describe.register(Mapping)
def of_mapping(value):
    return "keys " + ", ".join(value)


describe.register(type(None), lambda value: "nothing")

for value in (1, True, [1, 2], (), 2.5, 1j, {"a": 1}, None, "text", {1}):
    print(describe(value))
print(describe.dispatch(bool) is describe.registry[int], describe.dispatch(dict) is of_mapping, describe.__name__)


class Printer:
    @singledispatchmethod
    def show(self, value):
        return f"{value}"

    @show.register
    def _(self, value: str):
        return repr(value)


print(Printer().show(1), Printer().show("a"))


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts


old, new = Version(1, 2), Version(1, 10)
print(old < new, old <= new, old > new, old >= new, old != new, max(old, new).parts, old <= Version(1, 2))
for wrong in (lambda: describe(), lambda: old < 3, lambda: describe.register(3), lambda: total_ordering(type("E", (), {}))):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Both(Mapping, Sequence):
    def __getitem__(self, at): raise KeyError
    def __iter__(self): return iter(())
    def __len__(self): return 0


@singledispatch
def kind(value): return "object"
kind.register(Mapping, lambda value: "mapping")
kind.register(Sequence, lambda value: "sequence")
print(kind(Both()))
