# An iterator that asks the tee which asks it.
from itertools import tee


class Asking:
    def __init__(self):
        self.asked = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.asked += 1
        if self.asked == 2:
            return next(right)
        if self.asked == 4:
            raise KeyError("once")
        return self.asked


left, right = tee(Asking())
print(next(left), next(right))
for reader in (left, right, left, left, right):
    try:
        print(next(reader))
    except (RuntimeError, KeyError) as error:
        print(type(error).__name__, error)
