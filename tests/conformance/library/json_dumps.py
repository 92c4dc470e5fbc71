# json.dumps: every kind of value, indents, separators, sorted keys, and what cannot be written.
import json
from collections import OrderedDict, namedtuple
from enum import IntEnum


class Level(IntEnum):
    HIGH = 3


class Text(str):
    pass


data = {"name": "Ada", "n": 1, "f": 1.0, "big": 10 ** 20, "e": 1e300, "t": True, "none": None, "list": [1, [2, []], {}], "tuple": (1, 2),
        "text": "quote \" slash \\ / tab \t newline \n bell \x07 é ü 😀 \x7f", "level": Level.HIGH, "s": Text("x")}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps([1, {"a": [], "b": {}}], indent="--"), json.dumps([], indent=4), json.dumps([[1]], indent=0))
print(json.dumps(data["text"], ensure_ascii=False), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")))
print(json.dumps({1: "int", 1.5: "float", True: "bool", None: "none"}), json.dumps(float("inf")), json.dumps([float("nan"), -float("inf")]))
print(json.dumps(OrderedDict(a=1)), json.dumps(namedtuple("P", "x y")(1, 2)), json.dumps(0.1 + 0.2), json.dumps(-0.0), json.dumps(1e16))
print(json.dumps({("a", 1): 2, "ok": 1}, skipkeys=True), json.dumps("\ud800"), json.dumps("\u2028"))


class Point:
    def __init__(self, x): self.x = x


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"point": o.x}
        return super().default(o)


print(json.dumps([Point(1), Point([Point(2)])], cls=Encoder), json.dumps({1, 2}, default=sorted), json.dumps(3j, default=str))
loop = []
loop.append(loop)
for wrong in (lambda: json.dumps({1}), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(loop),
              lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True), lambda: json.dumps(b"x")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
json.dumps({"when": object})
