"""Abstract classes as they were written before Python 3.3, and what is asked again after a class was registered or mended."""
import abc


class Shape(abc.ABC):
    @abc.abstractproperty
    def area(self):
        """How large it is."""

    @abc.abstractclassmethod
    def unit(cls):
        """One of it."""

    @abc.abstractstaticmethod
    def corners():
        """How many corners it has."""


print(sorted(Shape.__abstractmethods__), Shape.area.__isabstractmethod__, type(Shape.__dict__["unit"]).__mro__[:2], Shape.area.__doc__)
try:
    Shape()
except TypeError as error:
    print(error)


class Square(Shape):
    def __init__(self, side):
        self.side = side

    area = property(lambda self: self.side ** 2)

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def corners():
        return 4


print(Square.unit().area, Square(3).area, Square.corners(), Square.__abstractmethods__)
print(abc.abstractproperty.__mro__, abc.abstractstaticmethod.__isabstractmethod__)


class Half(Square):
    @abc.abstractmethod
    def other_half(self):
        """Where the rest is."""


# What is given to a class later counts once it is asked to look again.
try:
    Half(2)
except TypeError as error:
    print(error)
Half.other_half = lambda self: "there"
try:
    Half(2)
except TypeError as error:
    print(error)
print(abc.update_abstractmethods(Half) is Half, Half(2).other_half(), Half.__abstractmethods__)
Square.area = abc.abstractproperty(lambda self: None)
abc.update_abstractmethods(Square)
print(Square.__abstractmethods__)


class Plain:
    pass


print(abc.update_abstractmethods(Plain) is Plain, hasattr(Plain, "__abstractmethods__"))

before = abc.get_cache_token()
Shape.register(Plain)
print(issubclass(Plain, Shape), abc.get_cache_token() == before, type(before).__name__, abc.get_cache_token() - before)
Shape.register(Plain)
print(abc.get_cache_token() - before)
try:
    Plain.register(Shape)
except AttributeError as error:
    print(error)
try:
    Shape.register(3)
except TypeError as error:
    print(error)
try:
    Plain2 = type("Plain2", (), {})
    Sub = abc.ABCMeta("Sub", (Shape,), {})
    Sub.register(Shape)
except RuntimeError as error:
    print(error)
