"""reprlib at its limits: every size about each limit, indents, fillers, levels, and reprs that go round."""
import array
import reprlib
from collections import deque
from reprlib import Repr, recursive_repr

r = Repr()
print(vars(r))


def attempt(what, action):
    try:
        print(what, "->", action())
    except Exception as exc:
        print(what, "raised", repr(exc), repr(exc.__cause__))


for n in range(8):
    for make in (list, tuple, set, frozenset, deque, lambda it: array.array("i", it), lambda it: {i: [i] for i in it}):
        print(reprlib.repr(make(range(n))))
text = "".join(chr(33 + i) for i in range(60))
for limit in (0, 1, 2, 3, 4, 5, 6, 7, 12, 30, 31):
    for filler in ("...", "", "-----"):
        r = Repr(maxstring=limit, maxlong=limit, maxother=limit, fillvalue=filler)
        print(limit, filler, r.repr(text), r.repr(text[:9]), r.repr(text[:limit]), r.repr("it's" * 9), r.repr(10 ** 40), r.repr(123), r.repr(1.5), r.repr(range(10 ** 10)), r.repr(b"bytes" * 9))
nested = [1, [2, [3, [4, [5, [6, [7, [8]]]]]]], {"k": {"k": {"k": {"k": {"k": {"k": {"k": {}}}}}}}}]
for level in range(-1, 9):
    print(Repr(maxlevel=level).repr(nested))
for indent in (None, 0, 1, 4, True, "", "->", "\t", -1, [1], 1.5, b"x"):
    attempt(f"indent {indent!r}", lambda: Repr(indent=indent, maxlevel=3).repr([1, (2,), {}, {"a": [3]}, [], set(), {4}, "x" * 40, [[[[5]]]]]))
attempt("one", lambda: Repr(indent=2).repr((1,)))
attempt("deep level", lambda: Repr(indent=2).repr1([1, 2], 6))
attempt("unordered", lambda: reprlib.repr({1, "a"}) in ("{'a', 1}", "{1, 'a'}"))
attempt("unordered dict", lambda: reprlib.repr({1: 2, "a": 3}))


class Bad:
    def __repr__(self):
        raise KeyError


attempt("bad", lambda: reprlib.repr(Bad())[:22])
attempt("bad inside", lambda: reprlib.repr([Bad()])[:22])


class list2(list):
    pass


class MyRepr(Repr):
    def repr_list2(self, x, level):
        return f"list2 of {len(x)} at {level}"

    def repr_my_type(self, x, level):
        return "mine"


my = MyRepr(maxother=9)
print(my.repr([list2("ab")]), my.repr(type("my type", (), {})()), reprlib.repr(type("list", (list,), {})("ab")), my.repr([Repr]))


class Ring:
    """Rings."""
    def __init__(self):
        self.next = self
        self.times = 0

    @recursive_repr("<again>")
    def __repr__(self):
        "Shown once."
        self.times += 1
        return f"Ring({self.next!r})"

    @recursive_repr()
    def fails(self):
        raise ValueError(self.times)

    @recursive_repr()
    def generic[T](self):
        return self.generic()


ring, other = Ring(), Ring()
ring.next, other.next = other, ring
print(ring, other, ring.times)
f = Ring.__repr__
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__wrapped__ is not f, f.__type_params__, Ring.generic.__type_params__, ring.generic())
attempt("fails", ring.fails)
attempt("fails again", ring.fails)
