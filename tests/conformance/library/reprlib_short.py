"""reprlib.repr: the same repr, cut in the middle or after some items, and collections.abc comes with collections."""
import collections
import reprlib

print(reprlib.repr(list(range(20))))
print(reprlib.repr("x" * 50 + "y" * 50))
print(reprlib.repr({i: i for i in range(9)}))
print(reprlib.repr(10 ** 60))
print(reprlib.repr(set(range(20))), reprlib.repr(set()), reprlib.repr((1,)))
print(reprlib.repr([[[[[[[[1]]]]]]]]))
short = reprlib.Repr(maxlist=2, maxstring=10, indent=2)
print(short.repr([1, 2, 3]), short.repr("abcdefghijklmnopqrst"))
print(isinstance([], collections.abc.Sequence), collections.abc.Sized.__module__)
