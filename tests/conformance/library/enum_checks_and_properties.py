"""What verify() checks, properties of an enum's own, and the dictionary that a class's body fills."""
import enum
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, EnumDict, Flag, FlagBoundary, IntEnum, IntFlag, verify

print(list(EnumCheck), EnumCheck.CONTINUOUS is CONTINUOUS, EnumCheck.UNIQUE.value, repr(EnumCheck.NAMED_FLAGS), str(EnumCheck.UNIQUE))
print(list(FlagBoundary), FlagBoundary.EJECT, repr(FlagBoundary.EJECT.value), FlagBoundary.EJECT is enum.EJECT)
for checks, kind, members in ((UNIQUE, "Enum", {"A": 1, "B": 1, "C": 2, "D": 2}), (CONTINUOUS, "IntEnum", {"A": 1, "B": 3, "C": 6}), (CONTINUOUS, "Flag", {"A": 1, "B": 8}), (NAMED_FLAGS, "Flag", {"A": 1, "B": 12, "C": 3}),
                               (NAMED_FLAGS, "Flag", {"A": 1, "B": 6}), (UNIQUE, "Enum", {"A": 1}), (CONTINUOUS, "Enum", {"A": "x"}), ("other", "Enum", {"A": 1})):
    try:
        made = getattr(enum, kind)("Made", members)
        print(verify(checks)(made) is made, made)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    @verify(UNIQUE, CONTINUOUS)
    class Both(IntEnum):
        A = 1
        B = 4
        C = 4
except ValueError as error:
    print(error)


class Level(enum.Enum):
    LOW = 1
    HIGH = 3

    @enum.property
    def label(self):
        """How it is called."""
        return self._label if hasattr(self, "_label") else self.name.lower()

    @label.setter
    def label(self, text):
        self._label = text

    @label.deleter
    def label(self):
        print("forgotten", self._label)
        del self._label


print(Level.LOW.label, Level.__dict__["label"].__doc__, type(Level.__dict__["label"]))
Level.LOW.label = "small"
print(Level.LOW.label, Level.HIGH.label)
del Level.LOW.label
print(Level.LOW.label)
try:
    Level.label
except AttributeError as error:
    print(error)
Level.__dict__["label"].getter(lambda self: "other")


class Bare(enum.Enum):
    A = 1

    @enum.property
    def fixed(self):
        return 5


for action in (lambda: setattr(Bare.A, "fixed", 6), lambda: delattr(Bare.A, "fixed"), lambda: setattr(Bare.A, "name", "B"), lambda: setattr(Bare.A, "value", 2), lambda: setattr(Bare, "A", 2), lambda: delattr(Bare, "A"), lambda: Bare.fixed,
               lambda: delattr(Bare.A, "value"), lambda: Bare.A.A, lambda: Bare["B"], lambda: Bare(5), lambda: Bare.B):
    try:
        print(action())
    except (AttributeError, KeyError, ValueError) as error:
        print(type(error).__name__, error)


class Edge(IntFlag, boundary=FlagBoundary.EJECT):
    A = 1
    B = 2


print(Edge(3), repr(Edge(3)), Edge(8), type(Edge(8)), Edge.A | 8, Edge.__members__, Edge.A & 1, ~Edge.A)

names = EnumDict("Made")
names["A"] = 1
names["B"] = 2
try:
    names["X"] = enum.auto()
except AttributeError as error:
    print(error)
print(names, names.member_names)
names.update({"C": 5}, D=6)
print(list(names.items()), names.member_names)
names.update([("E", 7)])
names["helper"] = lambda self: 1
names["_private"] = 2
print(names.member_names, isinstance(names, dict))
for key, value in (("A", 3), ("mro", 1), ("_order_", "A B"), ("_sunder_", 1), ("__dunder__", 2), ("helper", 4)):
    try:
        names[key] = value
        print(key, names[key])
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
