# abc: a class whose abstract methods are missing cannot be made; registered classes count without inheriting.
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    @staticmethod
    @abstractmethod
    def unit(): ...

    def describe(self):
        return f"{self.name} of {self.area()}{self.unit()}"


class Square(Shape):
    name = "square"

    def __init__(self, side): self.side = side
    def area(self): return self.side ** 2

    @staticmethod
    def unit(): return "m2"


class Vague(Shape):
    name = "vague"
    def area(self): return super().area()


print(Square(3).describe(), sorted(Shape.__abstractmethods__), Square.__abstractmethods__)
for cls in (Shape, Vague):
    try:
        cls()
    except TypeError as error:
        print(error)


class Plugin(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "run") or NotImplemented


class Runner:
    def run(self): pass


print(issubclass(Runner, Plugin), isinstance(Runner(), Plugin), issubclass(int, Plugin))


class Number(ABC):
    pass


Number.register(int)
print(isinstance(5, Number), isinstance("5", Number), issubclass(bool, Number), type(Number), Number.__mro__)
for wrong in (lambda: Number.register(5), lambda: isinstance(1, 5), lambda: issubclass(5, Number)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
