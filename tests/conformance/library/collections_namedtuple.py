# collections.namedtuple: a tuple with names, its helpers, and its errors.
from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
x, y = p
print(p, p.x, p[1], x + y, len(p), p == (1, 2), p._asdict(), p._fields, p._replace(y=9), Point._make([5, 6]))
print(Point.__doc__, Point.__name__, Point.__module__, Point.x.__doc__, p.__match_args__, isinstance(p, tuple))
Task = namedtuple("Task", "name, delay, retries", defaults=(1.0, 0))
print(Task("a"), Task._field_defaults, namedtuple("R", "a class a", rename=True)._fields)
print(sorted([Point(2, 1), Point(1, 3)]), {Point(1, 2): "key"}[(1, 2)], hash(p) == hash((1, 2)))


class Vector(namedtuple("Vector", "dx dy")):
    __slots__ = ()

    @property
    def length(self):
        return (self.dx ** 2 + self.dy ** 2) ** 0.5


print(Vector(3, 4), Vector(3, 4).length)
match p:
    case Point(x=0):
        print("at zero")
    case Point(a, b):
        print("matched", a, b)
for wrong in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=3), lambda: p._replace(q=1),
              lambda: namedtuple("P", "a a"), lambda: namedtuple("P", "_a"), lambda: namedtuple("P", "a-b"),
              lambda: namedtuple("class", "a"), lambda: Point._make([1]), lambda: namedtuple("P", "a", defaults=(1, 2)),
              lambda: p.z):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
try:
    p.x = 3
except AttributeError as error:
    print(error)
