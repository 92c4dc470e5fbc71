# enum: members are single objects with a name and a value; lookups, aliases, iteration, auto, errors.
from enum import Enum, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return f"{self.name.lower()} is {self.value}"

    @classmethod
    def favourite(cls):
        return cls.BLUE


print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.RED.name, Color.RED.value)
print(list(Color), len(Color), Color.CRIMSON, Color.CRIMSON is Color.RED, list(Color.__members__))
print(Color.RED.describe(), Color.favourite(), Color.RED == 1, Color.RED == Color(1), Color.RED in Color, 3 in Color, 9 in Color)
print({Color.RED: "stop"}[Color.CRIMSON], hash(Color.RED) == hash("RED"), isinstance(Color.RED, Color), type(Color), Color)
print(f"{Color.RED} {Color.RED!r} {Color.RED:>12}", str(Color.GREEN), bool(Color.RED), Color.RED is not Color.GREEN)


class Shape(Enum):
    SQUARE = auto()
    CIRCLE = auto()


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Mode(StrEnum):
    READ = auto()
    WRITE = "w"


print([s.value for s in Shape], Level.HIGH > Level.LOW, Level.HIGH + 1, sorted([Level.HIGH, Level.LOW]), f"{Level.HIGH}", repr(Level.LOW))
print(Mode.READ, Mode.READ == "read", repr(Mode.WRITE), Mode.READ.upper(), "mode " + Mode.WRITE, f"{Mode.WRITE:>3}")


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius ** 3)


print(Planet.EARTH.mass, Planet.MARS.density, Planet.EARTH.value, Planet((6.42e23, 3.39e6)))


class State(Enum):
    ON = "on"
    OFF = "off"

    @classmethod
    def _missing_(cls, value):
        for member in cls:
            if isinstance(value, str) and member.value == value.lower():
                return member
        return None


print(State("ON"), State("off").name)
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("matched green")
Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.BEE.value, Animal.__name__, Enum("N", {"A": 5}).A)


def wrong(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


wrong(lambda: Color(9))
wrong(lambda: Color["PINK"])
wrong(lambda: Color.PINK)
wrong(lambda: State("neither"))
wrong(lambda: setattr(Color, "RED", 5))
wrong(lambda: setattr(Color.RED, "value", 5))
wrong(lambda: Color.RED < Color.GREEN)
wrong(lambda: delattr(Color, "RED"))
wrong(lambda: Enum("X", "A A"))


def duplicated():
    @unique
    class Twice(Enum):
        A = 1
        B = 1


wrong(duplicated)


def extended():
    class More(Color):
        PINK = 4


wrong(extended)
Color(None)
