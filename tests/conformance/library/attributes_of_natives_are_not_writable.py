# What CPython has in C says of its attributes that they are not writable, and of its arguments how many it expected.
import collections
import functools
import itertools
import operator


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Late(collections.deque):
    @property
    def first(self):
        return self[0]


attempt(lambda: setattr(collections.deque([1], 2), "maxlen", 3))
attempt(lambda: setattr(Late([1], 2), "maxlen", 3))
key = functools.cmp_to_key(lambda a, b: a - b)
attempt(lambda: hash(key(1)))
attempt(lambda: sorted([3, 1, 2], key=key))
for make in (itertools.islice, operator.itemgetter, operator.attrgetter, operator.methodcaller):
    attempt(make)
attempt(lambda: itertools.islice([1]))
attempt(lambda: operator.methodcaller(3))
attempt(lambda: operator.methodcaller("split", ",", maxsplit=1)("a,b,c"))
attempt(lambda: operator.itemgetter(0, -1)("abc"))
