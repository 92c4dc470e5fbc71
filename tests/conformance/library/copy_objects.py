# copy: shallow shares, deep does not, and what an object says about it counts.
import copy
from collections import OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass
from enum import Enum

inner = [1, 2]
outer = {"a": inner, "b": (inner, 3), "c": {4}}
shallow, deep = copy.copy(outer), copy.deepcopy(outer)
print(shallow["a"] is inner, deep["a"] is inner, deep == outer, deep["b"][0] is deep["a"])
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again is loop)


class Node:
    def __init__(self, name, children=()):
        self.name, self.children = name, list(children)


tree = Node("root", [Node("leaf")])
twin = copy.deepcopy(tree)
twin.children[0].name = "changed"
print(tree.children[0].name, copy.copy(tree).children is tree.children, twin.name)


class Custom:
    def __init__(self, n): self.n = n
    def __copy__(self): return Custom(self.n + 1)
    def __deepcopy__(self, memo): return Custom(self.n + 10)


print(copy.copy(Custom(1)).n, copy.deepcopy([Custom(1)])[0].n)


class Slotted:
    __slots__ = ("a", "b")


slotted = Slotted()
slotted.a = [1]
print(copy.deepcopy(slotted).a is slotted.a, copy.copy(slotted).a is slotted.a, hasattr(copy.copy(slotted), "b"))


class Stateful:
    def __init__(self): self.kept, self.dropped = [1], 2
    def __getstate__(self): return {"kept": self.kept}
    def __setstate__(self, state): self.__dict__.update(state, restored=True)


print(vars(copy.copy(Stateful())))
Point = namedtuple("Point", "x y")
class Color(Enum):
    RED = 1
@dataclass
class Data:
    items: list
for value in (Point([1], 2), defaultdict(list, a=[1]), OrderedDict(a=[1]), deque([[1]], 3), Data([1]), frozenset([1]), "text", (1, 2), Color.RED):
    made = copy.deepcopy(value)
    print(type(made).__name__, made == value, made is value)
print(copy.replace(Point(1, 2), x=5), copy.replace(Data([1]), items=[]))
error = copy.copy(ValueError("a", 1))
print(repr(error))
class Sub(list):
    pass
sub = Sub([1]); sub.extra = [2]
made = copy.deepcopy(sub)
print(type(made).__name__, made, made.extra, made.extra is sub.extra)
for wrong in ((n for n in ()),):
    try:
        copy.deepcopy(wrong)
    except TypeError as error:
        print(error)
