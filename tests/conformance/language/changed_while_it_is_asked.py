"""Containers that their own elements' methods change: what is found, what is told, nothing worse."""


class Emptying:
    def __init__(self, *containers):
        self.containers = containers

    def __hash__(self):
        return 1

    def __eq__(self, other):
        for each in self.containers:
            each.clear()
        return False


first, second = set(), {}
element = Emptying(first, second)
first.add(element)
second[Emptying()] = 0
second[2] = 3
print(len(first.difference(second)), len(first), len(second))
target, source = {}, {}
target[Emptying(source)] = 1
source[Emptying()] = 2
source[5] = 6
try:
    target.update(source)
except RuntimeError as error:
    print(error)

numbers = [5, 3, 9, 1]


def filled(number):
    numbers.append(number)
    numbers.pop()
    return number


try:
    numbers.sort(key=filled)
except ValueError as error:
    print(error, numbers)

words = {"a": 1, "b": 2}
keys = iter(words)
elements = iter({1, 2, 3})
lengths = [keys.__length_hint__()]
next(keys)
lengths.append(keys.__length_hint__())
words["c"] = 3
lengths.append(keys.__length_hint__())
backwards = reversed(numbers)
del numbers[1:]
print(lengths, backwards.__length_hint__(), list(backwards))


class Reversed(dict):
    def __iter__(self):
        return reversed(list(super().keys()))

    def keys(self):
        return list(self)


turned = Reversed(a=1, b=2, c=3)
taken = {}
taken.update(turned)
print(dict(turned), taken, {**turned}, turned | {}, list({} | turned))
print(words.keys().mapping, type(words.values().mapping).__name__)
try:
    words.items().mapping["d"] = 1
except TypeError as error:
    print(error)

bytes_there = bytearray(range(10))
bytes_there[1:-1:2] = b""
print(bytes_there, b"\xb9\x01".hex(b"\0"), b"\xb9\x01".hex("-"))
bytes_there[::-3] = bytearray()
print(bytes_there)


class Flushed:
    def write(self, text):
        print("wrote", repr(text))

    def flush(self):
        print("flushed")



print("one", file=Flushed(), flush=True)
print("two", file=Flushed(), flush=0)

for number, power in ((-0.0, float("-inf")), (0.0, float("-inf")), (0.0, float("inf")), (0.0, -2.0)):
    try:
        print(number**power)
    except ZeroDivisionError as error:
        print(error)
try:
    print(abs(complex(1.7e308, 1.7e308)))
except OverflowError as error:
    print(error)
