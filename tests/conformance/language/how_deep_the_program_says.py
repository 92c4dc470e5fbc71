# sys.setrecursionlimit(): how deep calls may go is what the program says.
import functools
import sys


def depth(n=1):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


class Tree:
    def __init__(self, depth):
        self.child = Tree(depth - 1) if depth else None

    def height(self):
        return 1 + (self.child.height() if self.child else 0)


def walk(n):
    if n:
        yield from walk(n - 1)
    yield n


print(sys.getrecursionlimit(), depth(), sys.setrecursionlimit(5000), sys.getrecursionlimit(), depth(), down(4900))
print(Tree(2000).height(), sum(walk(1500)))
sys.setrecursionlimit(10**6)
print(down(20_000), sys.getrecursionlimit())
for limit in (40, 100, 1500, 999, 1000):
    sys.setrecursionlimit(limit)
    print(limit, depth())
for wrong in (0, -5, "10", 2.5, 2**31, -2**31, -2**40, None):
    try:
        print(sys.setrecursionlimit(wrong))
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
for wrong in ((), (1, 2)):
    try:
        sys.setrecursionlimit(*wrong)
    except TypeError as error:
        print(error)


def too_low(n, limit):
    if n:
        return too_low(n - 1, limit)
    try:
        sys.setrecursionlimit(limit)
    except RecursionError as error:
        return error
    return sys.getrecursionlimit()


print(too_low(30, 10), too_low(30, 31), too_low(30, 32), too_low(30, 33))
sys.setrecursionlimit(True + 40)
print(sys.getrecursionlimit(), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: a - b)))
down(100)
