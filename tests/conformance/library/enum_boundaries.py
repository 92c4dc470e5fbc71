# enum: what a flag does with bits that no member has, what is no member, what is checked, and how members are shown.
import enum
from enum import CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, Flag, FlagBoundary, IntEnum, IntFlag, ReprEnum, StrEnum, auto, member, nonmember, verify


class Strict(Flag, boundary=STRICT):
    RED = auto()
    BLUE = auto()


class Conform(Flag, boundary=CONFORM):
    RED = auto()
    BLUE = auto()


class Eject(Flag, boundary=EJECT):
    RED = auto()
    BLUE = auto()


class Keep(Flag, boundary=KEEP):
    RED = auto()
    BLUE = auto()


for kind in (Strict, Conform, Eject, Keep):
    try:
        print(kind.__name__, repr(kind(9)))
    except ValueError as error:
        print(error)
print([repr(each) for each in FlagBoundary], FlagBoundary.STRICT == "strict", ~Keep.RED, ~Conform.RED, Keep(9) | Keep.BLUE, list(Keep(9)), Keep(9).name, len(Keep(3)))


# A function in an Enum is a method and a nested class, until 3.13, a member: member() and nonmember() say so.
class Operation(Enum):
    @member
    def twice(number):
        return number * 2

    thrice = member(lambda number: number * 3)
    unit = nonmember("cm")

    @nonmember
    class Helper:
        pass

    def apply(self, number):
        return self.value(number)


print(list(Operation)[1].name, Operation.twice.apply(4), Operation.thrice.apply(4), Operation.unit, Operation.Helper.__name__, "unit" in Operation.__members__, Operation.__members__.keys())


# An enum's own property may have the name of a member.
class Colour(Enum):
    name_ = "n"

    @enum.property
    def value(self):
        return self._value_.upper()

    @enum.property
    def RED(self):
        return "the property"


print(Colour.name_.RED, Colour.RED if hasattr(Colour, "RED") else "none", Colour.name_.value)


class Shown(StrEnum):
    A = auto()
    B = "bee"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Plain(int, Enum):
    ONE = 1


class Number(float, ReprEnum):
    HALF = 0.5


print(Shown.A, f"{Shown.B}", repr(Shown.B), Level.LOW, f"{Level.LOW:>3}", repr(Level.LOW), Plain.ONE, f"{Plain.ONE}", Number.HALF, repr(Number.HALF), format(Number.HALF, ".2f"))

for checks, build in (((UNIQUE,), lambda: Enum("Twins", {"A": 1, "B": 1})), ((CONTINUOUS,), lambda: IntEnum("Gaps", {"A": 1, "B": 4, "C": 5})), ((NAMED_FLAGS,), lambda: IntFlag("Parts", {"A": 1, "AC": 5})),
                      ((NAMED_FLAGS, CONTINUOUS), lambda: Flag("Fine", "A B C")), ((UNIQUE, CONTINUOUS), lambda: Enum("Good", "A B"))):
    try:
        print(list(verify(*checks)(build())))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print([str(each) for each in enum.EnumCheck], type(Level) is enum.EnumType is enum.EnumMeta)


# The names of a global enum are the module's, and its members are shown by them.
@enum.global_enum
class Weekday(IntEnum):
    MONDAY = 1
    TUESDAY = 2


@enum.global_enum
class Right(IntFlag):
    READ = 4
    WRITE = 2


print(MONDAY, repr(MONDAY), READ | WRITE, repr(READ | WRITE), repr(Right(9)), enum.global_str(TUESDAY), enum.global_enum_repr(TUESDAY), enum.global_flag_repr(READ), Weekday.MONDAY is MONDAY)


# What a class body fills is an EnumDict, which knows what will be a member.
class Watching(enum.EnumType):
    @classmethod
    def __prepare__(metacls, name, bases, **keywords):
        names = super().__prepare__(name, bases, **keywords)
        print(type(names).__name__, isinstance(names, enum.EnumDict), names.member_names)
        return names

    def __new__(metacls, name, bases, names, **keywords):
        print(list(names.member_names))
        return super().__new__(metacls, name, bases, names, **keywords)


class Watched(Enum, metaclass=Watching):
    A = 1
    _private = 2
    B = auto()

    def method(self):
        pass


print(list(Watched), Watched.mro()[1:])
import pickle
Level.__reduce_ex__ = enum.pickle_by_enum_name
print(pickle.loads(pickle.dumps(Level.HIGH)) is Level.HIGH, Level.HIGH.__reduce_ex__(4)[1], enum.pickle_by_global_name(MONDAY, 4))
for failing in (lambda: Level(7), lambda: Level["NONE"], lambda: Level.NONE, lambda: setattr(Level, "LOW", 5), lambda: delattr(Level, "LOW"), lambda: Strict(4), lambda: Level.LOW.NONE,
                lambda: type("Sub", (Level,), {}), lambda: Enum("Bad", {"mro": 1}), lambda: Level(), lambda: Strict.RED | 1, lambda: Level.LOW + Shown.A):
    try:
        print(failing())
    except Exception as error:
        print(type(error).__name__, error)
