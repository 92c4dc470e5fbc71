# What a deque asks of a class derived from it, of the things it compares, and of copy, pickle and weakref.
import collections
import copy
import pickle
import weakref
from collections import deque


class Named(deque):
    def append(self, item):
        print("append", item)
        super().append(item)

    def popleft(self):
        print("popleft")
        return super().popleft()

    def __len__(self):
        return 99


short = Named("abc", 2)
short.extend("de")
short.extendleft("f")
print(list(short), short.maxlen)
short.name = "five"
again = pickle.loads(pickle.dumps(short))
print(type(again).__name__, list(again), again.name)
print(copy.deepcopy(short).name, hasattr(copy.copy(short), "name"))


class Wrong(deque):
    def __new__(cls, *args):
        return deque.__new__(cls) if not args else [1]


try:
    Wrong().copy()
except TypeError as error:
    print(error)


class Meddler:
    def __init__(self, items, equal):
        self.items, self.equal = items, equal

    def __eq__(self, other):
        self.items.clear()
        return self.equal


for ask in (deque.count, deque.index, deque.__contains__, deque.remove):
    for equal in (True, False):
        items = deque([1, 2, 3])
        items[1] = Meddler(items, equal)
        try:
            print(ask.__name__, ask(items, 7))
        except (RuntimeError, IndexError) as error:
            print(ask.__name__, type(error).__name__, error)

reader = iter(deque("abcdef"))
next(reader), next(reader)
print(type(reader).__name__, "".join(pickle.loads(pickle.dumps(reader))), reader.__length_hint__())
print("".join(type(reader)(deque("xyz"))), "".join(type(reader)(deque("xyz"), 2)), "".join(type(reversed(deque()))(deque("xyz"), 1)))
try:
    type(reader)("xyz")
except TypeError as error:
    print(error)

held = deque()
watched = weakref.ref(held)
del held
print(watched())

Point = collections.namedtuple("Point", "x y")
Point.x.__doc__ = "how far"
print(Point.x.__doc__, "|", Point.y.__doc__, "|", Point.x)
print(Point.y.__doc__ is collections.namedtuple("Other", "a b").b.__doc__, type(pickle.loads(pickle.dumps(Point.x))) is type(Point.x))
