# What int(), float(), round() and the others ask an object for, and in which order.
import math
import operator


class Truncates:
    def __trunc__(self):
        return 7


class Indexes:
    def __index__(self):
        return 5


class Both:
    def __int__(self):
        return 1

    def __index__(self):
        return 2

    def __float__(self):
        return 3.5

    def __trunc__(self):
        return 4

    def __floor__(self):
        return 5

    def __ceil__(self):
        return 6

    def __round__(self, digits=None):
        return ("rounded", digits)

    def __complex__(self):
        return 7j


both = Both()
print(int(both), float(both), complex(both), round(both), round(both, 2), math.trunc(both), math.floor(both), math.ceil(both), operator.index(both), bin(both), [10, 20, 30][both], "ab" * Indexes(), range(Indexes())[-1])
print(int(Indexes()), float(Indexes()), complex(Indexes()), hex(Indexes()), math.factorial(Indexes()), bytes(Indexes()), round(2.675, Indexes()))
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    try:
        print(int(Truncates()))
    except TypeError as error:
        print(error)
print([(each.category.__name__, str(each.message)) for each in caught])
for failing in (lambda: float(Truncates()), lambda: operator.index(1.0), lambda: [1][1.0], lambda: "a" * 1.0, lambda: round(Truncates()), lambda: math.floor("x"), lambda: int([]), lambda: float({}), lambda: complex("1 + 2j"), lambda: int("1", 2.0), lambda: int(5, 2), lambda: bin(1.5), lambda: range(1.0), lambda: chr(1.5)):
    try:
        print(failing())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(math.trunc(Truncates()), math.trunc(-2.7), int(-2.7), math.floor(-2.7), round(-2.5), round(0.5), round(1.5), round(1234, -2), type(round(2.0)), type(round(2.0, 1)))
