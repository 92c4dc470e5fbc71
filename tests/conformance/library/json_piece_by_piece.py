"""dump() writes each piece before it looks at the next value, dumps() asks for all first; what an encoder in C reads of odd classes."""
import json


class Loud:
    def write(self, piece):
        print("write", repr(piece))


class Box:
    def __init__(self, *inside):
        self.inside = inside


def opened(box):
    print("open", len(box.inside))
    if not box.inside:
        raise TypeError("an empty box")
    return box.inside


json.dump({"a": Box(1, [Box("x")]), 2: {}, None: [], 1.5: (True, None, 2.5, "s")}, Loud(), default=opened)
json.dump([[], {}, [1, {"k": [2]}], {"m": {"n": 0}}], Loud(), indent=2)
try:
    json.dump([1, Box(), 2], Loud(), default=opened)
except TypeError as error:
    print("refused", error)
pieces = json.JSONEncoder(default=opened).iterencode([Box(7), Box()])
print(next(pieces), next(pieces), next(pieces))
try:
    print(json.dumps([1, Box(3), Box()], default=opened))
except TypeError as error:
    print("refused", error)


class Items(dict):
    def items(self):
        print("items")
        return [("b", 1), ("a", 2)]

    def __bool__(self):
        print("bool")
        return True


class Members(list):
    def __iter__(self):
        print("iter")
        return iter([1, 2])

    def __len__(self):
        print("len")
        return 2


for value in Items(), Items(z=0), Members(), Members([7, 8, 9]):
    for options in {}, {"indent": 1}, {"sort_keys": True}:
        print(json.dumps(value, **options))
    print("".join(json.JSONEncoder().iterencode(value)))

print(json.dumps({(1,): 2, "k": 1, b"": 3}, skipkeys=True, indent=1), json.dumps({(1,): 2}, skipkeys=True, indent=1))
print(json.dumps([{(1,): 2}, [{}, [[]]], {"a": {(): 1}, "b": [1]}], skipkeys=True, indent="--"))
print(json.dumps({"a": [1, [2, 3], {}], "b": {"c": [4, [5]], "d": 6}, "e": 7}, indent=1, separators=(";", "=")))
print(json.dumps([float("nan"), float("inf"), -float("inf"), 1e300, -0.0]))
for bad in [float("nan")], {float("inf"): 1}, {(): 1}, {1: 2, "a": 3}:
    try:
        print(json.dumps(bad, allow_nan=False, sort_keys=True))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
