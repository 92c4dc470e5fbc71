# Widths, depths and indents at which pprint breaks lines, every kind of value that it knows, and what it refuses.
import io
import pprint
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from dataclasses import dataclass, field
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pp, saferepr
from types import MappingProxyType, SimpleNamespace
from typing import Any


@dataclass
class Point:
    x: Any
    y: Any = field(default="y" * 12)
    hidden: int = field(default=3, repr=False)


words = "one two  three\tfour\n\nfive six seven eight nine ten\nx\n\n"
values = [words, words.strip(), "\n\n\n", "x" * 50, ["x" * 30, words], {"b": words, "a": ["short", words]}, b"bytes and more bytes " * 3, bytearray(b"some bytes in an array"), (words,), (1,), (), [], {}, set(), frozenset(),
          set(range(8)), frozenset(range(30)), {3: "c", 1: "a", "x": 2, (1, 2): [1] * 20, None: 0}, OrderedDict(zip("zyxw", range(100, 104))), OrderedDict(), defaultdict(list, {"k": list(range(15))}), defaultdict(int),
          Counter("abracadabra" * 3), Counter(), deque(range(25)), deque("abc", maxlen=5), deque(), MappingProxyType({"key": list(range(20)), "other": 1}), SimpleNamespace(first=list(range(12)), second="text " * 8, third=None),
          Point(1, 2), Point(list(range(12)), Point("a" * 20)), UserDict({"a": list(range(20))}), UserList(range(25)), UserString("some words " * 6), ChainMap({"a": list(range(10))}, {"b": "x" * 30}), [[[[[1, 2], 3], 4], 5], {6: {7: {8: [9]}}}],
          [10 ** 9, 12345678, 1.5, 1j, True, None, ...], {"nested": {"deep": {"deeper": list(range(12))}}}]
for width, options in ((80, {}), (40, {"indent": 4}), (24, {"compact": True}), (10, {"indent": 2, "compact": True}), (1, {}), (60, {"depth": 2, "sort_dicts": False, "underscore_numbers": True})):
    for value in values:
        print(pformat(value, width=width, **options))
loop = [1, {"in": 2}]
loop.append(loop)
loop[1]["back"] = loop
for value in loop, [1, 2], {1: len}, "x", len, Point(1), [Point(1)], (1.5, None), {1: {2: 3}}:
    try:
        print(isreadable(value), isrecursive(value), PrettyPrinter().isreadable(value), PrettyPrinter().isrecursive(value), len(saferepr(value)) > 0)
    except RecursionError:
        print("recursion")
out = io.StringIO()
pprint.pprint({"b": 1, "a": 2}, out, width=5)
pprint.pp({"b": 1, "a": 2}, out, width=5)
PrettyPrinter(stream=out, indent=3, width=9).pprint([[1, 2, 3], {"b": 1, "a": [2, 3, 4]}])
print(out.getvalue())
pp([3, {"b": 1, "a": 2}])
pp([3, {"b": 1, "a": 2}], sort_dicts=True, depth=1)


class Short(PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object.upper(), False, False
        return super().format(object, context, maxlevels, level)


print(Short(width=30).pformat(["a", {"k": "v" * 30}, "b" * 10]), Short().isreadable(["a"]), Short().isreadable([1]))


class Unordered:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"U{self.n}"

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Unordered) else NotImplemented


print(pformat({Unordered(3)}), pformat({Unordered(2): 1, Unordered(0): 2}), pformat({1: 1, "a": 2, 0: 3, 2.5: 4, "B": 5}))
for args in ({"indent": -1}, {"width": 0}, {"depth": 0}, {"depth": -1}, {"indent": "x"}, {"width": "10"}):
    try:
        print(PrettyPrinter(**args).pformat([1]))
    except Exception as error:
        print(type(error).__name__, error)
