# functools.lru_cache() is C in CPython: only the program's own frames count towards the recursion limit.
import functools
import sys


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(600) % 10**9)


@functools.cache
def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(down(900))
down.cache_clear()
try:
    down(2000)
except RecursionError as error:
    print(error)
print(sys.getrecursionlimit())


def deepest(n=0):
    try:
        return deepest(n + 1)
    except RecursionError:
        return n


@functools.cache
def deepest_cached(n=0):
    try:
        return deepest_cached(n + 1)
    except RecursionError:
        return n


print(deepest(), deepest(), deepest_cached())


# Ten thousand calls of one do not add up.
for i in range(10_000):
    functools.reduce(lambda a, b: a + b, [i, 1])
    down(i % 50)
print(deepest())

partial = functools.partial(lambda n: 0 if n == 0 else 1 + partial(n - 1))
print(partial(600))


class Tree:
    def __init__(self, depth):
        self.children = [Tree(depth - 1)] if depth else []

    @functools.cached_property
    def size(self):
        return 1 + sum(child.size for child in self.children)

    @functools.singledispatchmethod
    def walk(self, depth):
        return depth if not self.children else self.children[0].walk(depth + 1)


print(Tree(150).size, Tree(200).walk(0))
