# A member is a singleton that compares by identity; a second name for a value is an alias; values of str and int mixins compare.
from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


class Colour(Enum):
    RED = 1
    GREEN = "g"
    CRIMSON = 1

    @property
    def loud(self):
        return self.name + "!"

    @classmethod
    def _missing_(cls, value):
        return cls.GREEN if value == "green" else None


class Level(IntEnum):
    LOW = auto()
    HIGH = 10
    TOP = auto()


class Word(StrEnum):
    YES = auto()
    NO = "nope"


class Mode(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Colour.RED, repr(Colour.RED), Colour(1), Colour["GREEN"], Colour.CRIMSON is Colour.RED, Colour.CRIMSON.name, list(Colour), len(Colour), Colour("green"), Colour.RED.loud)
print(Colour.RED == 1, Colour.RED in Colour, 1 in Colour, "x" in Colour, Colour.__members__, isinstance(Colour.RED, Colour), {Colour.RED: 1}[Colour(1)])
print(Level.LOW < Level.TOP, Level.TOP.value, Level.HIGH + 1, Level.LOW == 1, f"{Level.LOW} {Level.LOW!r} {Level.LOW:03d}", sorted(Level, reverse=True), max(Level))
print(Word.YES, Word.NO == "nope", Word.YES.upper(), repr(Word.NO), f"{Word.NO:>6}", Word("yes"))
print(Mode.R | Mode.X, Mode.RW & Mode.W, Mode.R in Mode.RW, ~Mode.R, Mode(0), bool(Mode(0)), list(Mode.RW), Mode(5), repr(Mode.RW ^ Mode.W), len(Mode.RW), Mode.RW.name)
Animal = Enum("Animal", "CAT DOG")
print(Animal.DOG, Animal.DOG.value, list(Animal), Enum("N", {"a": 5}).a, hash(Animal.CAT) == hash(Animal.CAT))


class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (0.6, 3.3)

    def __init__(self, mass, radius):
        self.mass = mass

    def __str__(self):
        return self.name.lower()


print(Planet.MARS, Planet.MARS.mass, Planet.EARTH.value, [str(p) for p in Planet])
for wrong in (lambda: Colour(7), lambda: Colour["BLUE"], lambda: Colour.BLUE, lambda: Colour.RED < Colour.GREEN, lambda: setattr(Colour, "RED", 2), lambda: Colour.RED.__setattr__("name", "x"), lambda: type("Sub", (Colour,), {}), lambda: Mode(8), lambda: Colour(), lambda: delattr(Colour, "RED"), lambda: Word(5), lambda: unique(Colour)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
