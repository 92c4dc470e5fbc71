# match: which pattern takes what, what is bound, guards, and patterns of classes.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Pair:
    __match_args__ = ("left", "right")

    def __init__(self, left, right):
        self.left, self.right = left, right


def told(value):
    match value:
        case None | True | False:
            return "a constant"
        case 0 | 0.0:
            return "zero"
        case int(n) if n < 0:
            return f"negative {n}"
        case int() | float():
            return "a number"
        case "" | b"":
            return "nothing written"
        case str(text):
            return f"text {text!r}"
        case [] | {}:
            return "empty, or any mapping"
        case [only]:
            return f"one: {only}"
        case [first, *_, last] if first == last:
            return f"between two {first}"
        case (Point(x=0, y=y), *rest):
            return f"begins on the axis at {y}, then {rest}"
        case [[a, b], *others]:
            return f"nested {a} {b} {others}"
        case [first, *middle, last]:
            return f"{first} {middle} {last}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(0, y):
            return f"on the axis at {y}"
        case Point():
            return "a point"
        case Pair(left, Pair(inner, _) as right):
            return f"pair of {left} and {inner} {type(right).__name__}"
        case _:
            return "something else"


for value in (None, True, 0, 0.0, -3, 4, 2.5, "", "hi", b"", [], {}, {"a": 1}, [1], (1,), [1, 2, 1], (Point(0, 4), 5), [[1, 2], 3], [1, 2, 3, 4],
              Point(2, 2), Point(0, 9), Point(1, 9), Pair(1, Pair(2, 3)), Pair(1, 2), {1}, "ab", range(2), iter([1])):
    print(repr(value)[:30].split(" object")[0], "->", told(value))

match {"name": "Ada", "age": 36, "langs": ["en", "fr"]}:
    case {"name": str(name), "langs": [_, second], **rest}:
        print(name, second, rest)
match (1, 2):
    case (x, x2) if False:
        print("never")
print(x, x2)    # bound although the guard said no
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error)
try:
    match 5:
        case int(1, 2):
            pass
except TypeError as error:
    print(error)
