# What an enumeration's body refuses, which of its names are no members, and what is said about values that it has not.
import copy
import enum
from enum import CONTINUOUS, EJECT, NAMED_FLAGS, UNIQUE, Enum, Flag, IntEnum, IntFlag, ReprEnum, StrEnum, auto, member, nonmember, verify


def tried(what):
    try:
        print(what())
    except Exception as error:
        while error is not None:
            print(type(error).__name__, error)
            error = error.__cause__ or error.__context__


def of_body(bases=(Enum,), **names):
    def made():
        space = enum.EnumType.__prepare__("Made", bases)
        for name, value in names.items():
            space[name] = value
        return list(enum.EnumType("Made", bases, space).__members__.items())
    tried(made)


of_body(A=1, _odd_=2)
of_body(A=auto(), _generate_next_value_=lambda *_: 1)
of_body(A=1, _ignore_="B A")
of_body(_ignore_="B, C", A=1, B=2, C=3)
of_body(_ignore_=["B"], A=1, B=2)
of_body(A=1, mro=2)
of_body(A=1, _order_="A B", B=2)
of_body(_order_="B A", A=1, B=2)
of_body(__order__="A, B", A=1, B=2)
of_body(A=auto(), B="x", C=auto())
of_body(A=[1], B=auto())
of_body(A="a", B=auto())
of_body(A=5, B=auto(), C=3, D=auto())
of_body(bases=(Flag,), A="x")
of_body(bases=(Flag,), A=auto(), B=8, C=auto(), D=9)
of_body(bases=(StrEnum,), A=1)
of_body(bases=(StrEnum,), A=("a", "b", "c", "d"))
of_body(bases=(StrEnum,), A=(b"xyz", "ascii"), B=auto())
of_body(bases=(Enum, int), A=1)
of_body(bases=(ReprEnum,), A=1)
of_body(bases=(complex, Enum), A=1, B=(2, 3))
of_body(_Made__private=1, __dunder__=2, A=3, _single=4, ___three=5, _x__=6, __y_=7)
of_body(A=member(print), B=nonmember(3), c=len, d=lambda self: 1)
of_body(A=(auto(), "x"), B=(auto(), "y"))


def twice():
    class Twice(Enum):
        A = 1
        A = 2


def over():
    class Over(Enum):
        def f(self):
            pass
        f = 1


def under():
    class Under(Enum):
        f = 1

        def f(self):
            pass


for each in twice, over, under:
    tried(each)


class Shape(Enum):
    SQUARE = [4]
    CIRCLE = 0
    ROUND = 0
    BOX = [4]

    @enum.property
    def sides(self):
        return self.value

    @classmethod
    def _missing_(cls, value):
        if value == "raise":
            raise KeyError("no such shape")
        if value == "bad":
            raise ValueError("a bad shape")
        return {"round": cls.CIRCLE, "odd": 17}.get(value) if isinstance(value, str) else None


for value in [4], 0, "round", "raise", "bad", "odd", "none", [5], {}, None:
    tried(lambda: Shape(value))
tried(lambda: Shape())
tried(lambda: Shape(0, 1))
tried(lambda: [4] in Shape)
tried(lambda: [5] in Shape)
tried(lambda: (0 in Shape, 1 in Shape, Shape.ROUND in Shape, "round" in Shape))
tried(lambda: setattr(Shape.CIRCLE, "sides", 3))
tried(lambda: setattr(Shape.CIRCLE, "value", 3))
tried(lambda: delattr(Shape.CIRCLE, "name"))
tried(lambda: Shape.sides)
tried(lambda: Shape.name)
tried(lambda: setattr(Shape, "ROUND", 1))
tried(lambda: setattr(Shape, "other", 1) or Shape.other)
tried(lambda: delattr(Shape, "ROUND"))
tried(lambda: delattr(Shape, "other"))
tried(lambda: Shape["OVAL"])
print(dir(Shape)[:4], dir(Shape.CIRCLE), len(Shape), list(reversed(Shape)), bool(Shape), Shape.__members__)
print(copy.copy(Shape.CIRCLE) is Shape.CIRCLE, copy.deepcopy([Shape.SQUARE])[0] is Shape.SQUARE, Shape.CIRCLE.__reduce_ex__(2), f"{Shape.CIRCLE:>15}|")
tried(lambda: enum.EnumType("More", (Shape,), enum.EnumType.__prepare__("More", (Shape,))))

for args, more in ((("Made", "a b, c"), {}), (("Made", ["a", "b"]), {"start": 5}), (("Made", [("a", 3), ("b", 4)]), {"type": int}), (("Made", {"x": 1, "y": 1}), {}), (("Made", ()), {}),
                   (("Made",), {"type": int}), (("Made",), {}), (("Made", [("a", 1, 2)]), {}), (("Made", "a a"), {}), (("Made", "a"), {"module": "m", "qualname": "Q.Made"})):
    def called():
        made = Enum(*args, **more)
        return made, made.__module__, made.__qualname__, list(made.__members__.items()), made.__mro__[1:-1]
    tried(called)
print(list(Flag("F", "a b c", start=4)), list(StrEnum("S", "One Two")), list(IntFlag("G", "p q")))


class Right(Flag):
    R = 1
    W = 2
    X = 4
    RW = 3


class Loose(Flag, boundary=EJECT):
    A = 1
    C = 4


class Kept(IntFlag):
    A = 1
    C = 4


class Conform(Flag, boundary=enum.CONFORM):
    A = 1
    C = 4


for cls in Right, Loose, Kept, Conform:
    print(cls, cls._boundary_, [getattr(cls, name) for name in ("_flag_mask_", "_singles_mask_", "_all_bits_")])
    for value in 0, 5, 8, 13, -1, -2, -5, -9, 1.5, "A":
        tried(lambda: repr(cls(value)))
    first = cls(1)
    for value in 5, 13, "A", first, Right.R:
        tried(lambda: value in cls)
    tried(lambda: first | 4)
    tried(lambda: 4 | first)
    tried(lambda: first & "x")
    tried(lambda: Right.R in first)
    tried(lambda: (~first, ~(first | cls(4)), first ^ cls(5), list(cls(5)), len(cls(5)), bool(cls(0)), str(cls(0)), str(cls(5)), f"{cls(5)}"))


class Nothing(Flag):
    _order_ = "A"
    A = 1
    N = None if False else 0


print(list(Nothing), Nothing.N, Nothing.N | Nothing.A)


class Backwards(Flag):
    HIGH = 4
    LOW = 1
    BOTH = 5


print(list(Backwards), list(Backwards.BOTH), Backwards.HIGH | Backwards.LOW, repr(Backwards(0)), Backwards(5).name, Backwards._iter_member_.__name__)


def checked(*checks, bases=(Enum,), **names):
    def made():
        space = enum.EnumType.__prepare__("Checked", bases)
        for name, value in names.items():
            space[name] = value
        return verify(*checks)(enum.EnumType("Checked", bases, space))
    tried(made)


checked(UNIQUE, A=1, B=1, C=2, D=2)
checked(CONTINUOUS, A=1, B=4, C=6)
checked(CONTINUOUS, UNIQUE, A=1, B=2, C=3)
checked(CONTINUOUS, bases=(Flag,), A=1, B=4, C=32)
checked(NAMED_FLAGS, bases=(Flag,), A=1, B=4, C=7)
checked(NAMED_FLAGS, bases=(IntFlag,), A=1, B=4, C=15, D=16, E=48)
checked(NAMED_FLAGS, bases=(Flag,), A=1, B=2, C=3)
tried(lambda: enum.unique(Shape))
tried(lambda: enum.show_flag_values(11))
tried(lambda: (enum.bin(5), enum.bin(-5), enum.bin(5, 8), enum.bin(-5, 8), enum.bin(0)))
print(list(enum.FlagBoundary), list(enum.EnumCheck), repr(auto()) [:6], auto(7), Shape.__class__, Right, repr(Right.R | Right.X), str(Right.R | Right.X), [*map(str, (IntEnum("I", "a").a, Kept.A, Kept(7)))])


@enum.global_enum
class Sea(IntEnum):
    BALTIC = 1
    NORTH = 2


@enum.global_enum
class Wind(Flag):
    SOUTH = 1
    WEST = 2


print(BALTIC, repr(NORTH), repr(SOUTH | WEST), str(SOUTH | WEST), repr(Wind(0)), f"{WEST}", str(Wind(0)))
print(enum.pickle_by_global_name(Sea.NORTH, 2), enum.pickle_by_enum_name(Sea.NORTH, 2))
