# What goes out is not always what comes back: keys become text, tuples lists, and NaN is written though JSON has none.
import json

print(json.dumps({"a": [1, 2.5, None, True], 1: "x", None: 0, True: 1, 2.5: "f"}), json.dumps((1, 2)), json.dumps("é\"\\\n\u2028😀"), json.dumps("é😀", ensure_ascii=False))
print(json.dumps({"b": 1, "a": {"y": [], "x": {}}}, indent=2, sort_keys=True), json.dumps([1, [2, [3]]], indent="\t"), json.dumps({"a": 1, "b": [1, 2]}, separators=(",", ":")), json.dumps([], indent=2), json.dumps([1e100, 1e-7, float("nan"), -float("inf"), 10**20]))
print(json.loads('{"a": 1, "a": 2, "b": [1.0, -0, 1E3, "\\u00e9\\ud83d\\ude00"]}'), json.loads(" [NaN, Infinity, true] "), json.loads('"x"'), json.loads(b'{"k": null}'), json.loads("1" * 30), json.loads("-0"), json.loads("-0.0"))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)), json.loads('{"a": 1, "b": 2}', object_pairs_hook=list), json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: "int " + s))


class Point:
    def __init__(self, x):
        self.x = x


print(json.dumps([Point(1)], default=lambda p: {"x": p.x}), json.dumps({Point(1): 1, "k": 2}, skipkeys=True), json.loads(json.dumps({1: 2})) == {1: 2})


class Encoder(json.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)


print(json.dumps({"s": {3, 1}}, cls=Encoder), Encoder(indent=1).encode([set()]))
loop = []
loop.append(loop)
for wrong in (lambda: json.dumps({1, 2}), lambda: json.dumps(Point(1)), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(loop), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps({"b": 1, 2: 3}, sort_keys=True), lambda: Encoder().encode(1j)):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for text in ("", "{", "[1,]", "{'a': 1}", '{"a" 1}', '{"a": 1,}', "[1 2]", "nul", '"a', '"\n"', '"\\x"', "01", "1.", "[1] 2", '{"a": tru}', "\ufeff1", '"\\ud83d"', "+1"):
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, error.pos, error.lineno, error.colno)
