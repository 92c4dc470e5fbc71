"""Not-a-number and infinities in math.dist, hypot, fsum and sum; and an unpacking that would take for ever."""
import math

nan, inf = float("nan"), float("inf")


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


show(lambda: math.dist([nan], [0]))
show(lambda: math.dist([3, 0], [0, 4]))
show(lambda: math.hypot(nan, inf))
show(lambda: math.hypot(nan, 1, 2))
show(lambda: math.hypot(nan))
show(lambda: math.fsum([1e308, 1e308]))
show(lambda: math.fsum([inf, -inf]))
show(lambda: math.fsum([inf, 1.5]))
show(lambda: math.fsum([nan, inf, 1]))
show(lambda: sum([inf, 1.5, -inf]))
show(lambda: sum([0.1] * 10))


def unpack(values):
    first, *rest = values
    return first, rest


show(lambda: unpack(range(3)))
show(lambda: unpack(range(10 ** 20)))
