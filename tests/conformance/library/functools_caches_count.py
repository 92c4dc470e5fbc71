# lru_cache() keys by arguments: 1 and 1.0 are one unless typed, order of keywords counts, errors are not kept.
from functools import cache, cached_property, lru_cache

calls = []


@lru_cache(maxsize=2)
def square(n, *, extra=0):
    calls.append((n, extra))
    if n < 0:
        raise ValueError(n)
    return n * n


print(square(2), square(2.0), square(True), square(3), square(2), square(1, extra=0), square(1), calls, square.cache_info())
for _ in range(2):
    try:
        square(-1)
    except ValueError as error:
        print("raised", error)
print(square.cache_info(), square.cache_parameters(), square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())


@lru_cache(typed=True)
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind.cache_info().currsize)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().misses)


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        print("computed", end=" ")
        return 3 * self.radius**2


circle = Circle(2)
print(circle.area, circle.area, circle.__dict__)
circle.radius = 1
del circle.area
print(circle.area)
circle.area = "set"
print(circle.area, Circle.area)if False else print(circle.area)
for wrong in (lambda: square([1]), lambda: square(), lambda: lru_cache(maxsize="x"), lambda: cache(5)(1)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
