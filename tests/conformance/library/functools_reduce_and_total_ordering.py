# reduce() of nothing needs a start; total_ordering fills what one comparison and == leave out; cmp_to_key turns old into new.
from functools import cmp_to_key, partial, reduce, total_ordering, wraps
import operator

print(reduce(operator.add, [1, 2, 3]), reduce(operator.add, [], 7), reduce(lambda a, b: b + a, "abc"), reduce(max, [5]))


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented

    def __repr__(self):
        return ".".join(map(str, self.parts))


print(Version(1, 2) <= Version(1, 2), Version(2) > Version(1, 9), Version(1) >= Version(1, 0), sorted([Version(2), Version(1, 5)]), max(Version(1), Version(1, 0)))
print(sorted(["b", "A", "c"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
add = partial(pow, 2, mod=5)
print(add(3), add.func, add.args, add.keywords, partial(add, 4)(), repr(partial(int, base=2)), partial(print, "a", sep="-")("b"))


def logged(function):
    @wraps(function)
    def inner(*args):
        """inner's own"""
        return function(*args)
    return inner


@logged
def area(w: int, h: int) -> int:
    "the area"
    return w * h


print(area.__name__, area.__doc__, area.__wrapped__(2, 3), area.__annotations__, area.__qualname__)
for wrong in (lambda: reduce(operator.add, []), lambda: Version(1) < 1, lambda: Version(1) >= "x", lambda: reduce(5, [1, 2]), lambda: partial(), lambda: partial(5), lambda: total_ordering(type("Empty", (), {})), lambda: sorted([1, 2], key=cmp_to_key(lambda a: 0))):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
