"""@dataclass(slots=True) makes the class anew, and super() and __class__ in its methods mean the old one (until 3.14)."""
from dataclasses import dataclass, field, fields


@dataclass
class Base:
    a: int

    def total(self):
        return self.a


@dataclass(slots=True)
class Point(Base):
    x: int = 0
    tags: list = field(default_factory=list)

    def total(self):
        return super().total() + self.x

    def which(self):
        return __class__


p = Point(1, 2)
try:
    p.total()
except TypeError as error:
    print(error)
print(p, p.which() is Point, Point.__slots__)
print([f.name for f in fields(p)], p == Point(1, 2), p.tags)


@dataclass(slots=True, frozen=True)
class Fixed:
    x: int
    y: int = 5


f = Fixed(1)
print(f, hash(f) == hash(Fixed(1)), hasattr(f, "__dict__"), Fixed.__slots__)
for change in (lambda: setattr(f, "x", 3), lambda: setattr(f, "z", 3)):
    try:
        change()
    except Exception as error:
        print(type(error).__name__, error)
try:
    @dataclass(slots=True)
    class Twice:
        __slots__ = ("x",)
        x: int
except TypeError as error:
    print(error)


def counter():
    n = 0

    def step():
        return n
    return step


step = counter()
print(step())
step.__closure__[0].cell_contents = 42
print(step())
del step.__closure__[0].cell_contents
try:
    step()
except NameError as error:
    print(error)
try:
    step.__closure__[0].cell_contents
except ValueError as error:
    print(error)
