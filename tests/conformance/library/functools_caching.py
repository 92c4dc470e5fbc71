# functools: what lru_cache and cached_property keep, when they forget, and what they say of themselves.
from functools import cache, cached_property, lru_cache


@lru_cache(maxsize=2)
def square(n, *, scale=1):
    "A number times itself."
    print("computing", n, scale)
    return n * n * scale


print(square(2), square(2), square(3), square(2), square(4), square(3))
print(square(2, scale=3), square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__name__, square.__doc__, square.__wrapped__(5))


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())


@lru_cache(typed=True)
def kind(value):
    return type(value).__name__


print(kind(1), kind(1.0), kind(True), kind.cache_info().currsize)


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        print("area of", self.radius)
        return 3 * self.radius ** 2

    @lru_cache
    def scaled(self, by):
        return self.radius * by


circle = Circle(2)
print(circle.area, circle.area, circle.__dict__)
circle.area = 99
print(circle.area)
del circle.area
print(circle.area, circle.scaled(4), Circle.scaled.cache_info())
for wrong in (lambda: square([1]), lambda: lru_cache("no"), lambda: lru_cache(maxsize="no"), lambda: square()):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


class Slotted:
    __slots__ = ()

    @cached_property
    def value(self):
        return 1


try:
    Slotted().value
except TypeError as error:
    print(error)
try:
    class Twice:
        a = b = cached_property(lambda self: 1)
except TypeError as error:
    print(error)


@lru_cache
def broken(n):
    return 1 / n


broken(0)
