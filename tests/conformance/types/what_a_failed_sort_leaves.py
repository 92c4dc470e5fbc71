# Where a comparison fails, what was moved before stays where it is.
import random


def attempt(*items, **how):
    items = list(items)
    try:
        items.sort(**how)
    except TypeError as error:
        print(error, items)


attempt(1, 0, "a")
attempt(3, 2, 1, "a", 5, 4)
attempt(5, -1, 0, 5, 1j)
attempt(2, 1, 0, "one", True)
attempt(3, 1, 2, "x", 5, reverse=True)
attempt(*range(40), "x", key=lambda item: item if item != 7 else None)
attempt(*"bca", 1, key=str.upper)
chance = random.Random(3)
for length in (3, 5, 9, 20, 33, 63):
    for reverse in (False, True):
        items = [chance.randrange(50) for _ in range(length)]
        items[chance.randrange(length)] = "x"
        attempt(*items, reverse=reverse)


class Shy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 4:
            raise ValueError(self.n)
        return self.n < other.n


shy = [Shy(n) for n in (3, 1, 4, 2, 0)]
try:
    shy.sort()
except ValueError as error:
    print(repr(error), [each.n for each in shy])
