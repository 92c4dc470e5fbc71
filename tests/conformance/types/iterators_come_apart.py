"""Iterators of built-in types under copy and pickle: __reduce__, __setstate__ and what a copy shares with its original."""
import copy
import pickle


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Items:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * 10

    def __len__(self):
        return 4


def some(iterator):
    return [item for item, _ in zip(iterator, range(4))]


MAKERS = {
    "list": lambda: iter([1, 2, 3]), "tuple": lambda: iter((1, 2, 3)), "str": lambda: iter("aéb"), "bytes": lambda: iter(b"abc"),
    "bytearray": lambda: iter(bytearray(b"ab")), "range": lambda: iter(range(2, 9, 3)), "range down": lambda: reversed(range(4)),
    "long range": lambda: iter(range(10**30, 10**30 + 3)), "reversed list": lambda: reversed([1, 2, 3]),
    "reversed str": lambda: reversed("abc"), "keys": lambda: iter({1: 2, 3: 4}), "values": lambda: iter({1: 2}.values()),
    "items": lambda: iter({1: 2}.items()), "reversed keys": lambda: reversed({1: 2, 3: 4}), "set": lambda: iter({1, 2}),
    "calls": lambda: iter(int, 1), "getitem": lambda: iter(Items()), "reversed getitem": lambda: reversed(Items()),
}
for name, make in MAKERS.items():
    for taken in (0, 1, 9):
        iterator = make()
        for _ in range(min(taken, 9) if name != "calls" else 0):
            next(iterator, None)
        parts = iterator.__reduce__()
        print(name, taken, parts[0] in (iter, reversed) or parts[0], "Items" not in str(parts[1]) and parts[1], parts[2:])
        print("   ", some(copy.copy(iterator)), some(copy.deepcopy(iterator)), some(copy.copy(iterator)))
        if "getitem" not in name:
            print("   ", some(pickle.loads(pickle.dumps(iterator))), some(iterator))

for make in (lambda: zip([1, 2], [3, 4]), lambda: map(str, [1, 2]), lambda: filter(None, [1, 0, 2]), lambda: enumerate("ab", 5),
             lambda: zip([1], [2, 3], strict=True)):
    whole = make()
    parts = whole.__reduce__()
    print(parts[0], len(parts[1]), parts[2:], [type(part).__name__ for part in parts[1]])
    print(some(copy.deepcopy(make())) if "strict" not in str(parts) and parts[2:] == () else "")
    shared = make()
    next(shared)
    twin = copy.copy(shared)
    show(lambda: some(twin))
    show(lambda: some(shared))
    show(lambda: some(pickle.loads(pickle.dumps(make()))))

items = iter([1, 2, 3, 4])
for state in (2, 0, 9, -5):
    items.__setstate__(state)
    show(lambda: next(items, "end"))
show(lambda: iter([]).__setstate__("x"))
back = reversed([1, 2, 3])
back.__setstate__(0)
print(list(back))
numbers = iter(range(10))
numbers.__setstate__(7)
print(list(numbers))
letters = iter("aéb")
letters.__setstate__(2)
print(list(letters))


def changed():
    table = {1: 2}
    keys = iter(table)
    table[2] = 3
    return keys.__reduce__()


show(changed)
show(lambda: copy.copy(x for x in [1]))
