# A key's __eq__ may call the cached function itself: what was used last moves to the end all the same, and nothing is lost.
from functools import lru_cache


class Odd:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        print(f"{self.n}=={other.n}", end=" ")
        if self.n == 2:
            look(Odd(1))
        return self.n == other.n


@lru_cache(maxsize=2)
def look(odd):
    return odd.n


print(look(Odd(1)))
print(look(Odd(2)))
print(look(Odd(2)))
print(look.cache_info())


class Loud:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("gone", self.n)


@lru_cache(maxsize=2)
def made(n):
    return Loud(n)


made(1), made(2)
made(1)
print("a third")
made(3)
print("cleared")
made.cache_clear()
print(made.cache_info())
made(4)
del made
print("the end")


@lru_cache(maxsize=1)
def clears(n):
    if n:
        clears.cache_clear()
    return n


print(clears(0), clears(1), clears(1), clears.cache_info())


@lru_cache(maxsize=3)
def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(down(9), down.cache_info(), down(8), down(7), down(9), down(8), down.cache_info())
