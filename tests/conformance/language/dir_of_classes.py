# dir() of a class asks the class of the class, not the __dir__ that its instances have.
import enum


class Colour(enum.Enum):
    RED = 1
    GREEN = 2


class Meta(type):
    def __dir__(cls):
        return ["b", "a"]


class Listed(metaclass=Meta):
    def __dir__(self):
        return ["of", "an", "instance"]


print(dir(Listed), dir(Listed()))
print([name for name in dir(Colour) if not name.startswith("_")], "RED" in dir(Colour))
print([name for name in dir(Colour.RED) if not name.startswith("_")])
