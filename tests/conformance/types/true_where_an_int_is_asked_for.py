# True is taken for 1 where only its value counts, and stays True where the object itself is kept.
import itertools
import operator


class Where:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print(slice(True, 4, True).indices(5), slice(Where(1), Where(3), Where(1)).indices(9), slice(None, True).indices(Where(4)))
print(slice(1, 10**30, 2).indices(5), slice(-(10**30), None, True).indices(3), slice(None, None, -1).indices(4))
for wrong in (slice("a", 2), slice(1, 2, 0), slice(1, 2, Where(0))):
    try:
        print(wrong.indices(3))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(itertools.count(True), next(itertools.count(True)), next(itertools.count(True, True)), next(itertools.count(True, 2)), itertools.count(2.5, True))
print(operator.index(True), round(True), True.__round__(), [True][True - 1], range(True, 3), sum([True, True]), max(True, 0))
for wrong in (lambda: (5).__round__(None), lambda: (5.5).__round__("x"), lambda: round(5, "x")):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print(round(5, None), (2.5).__round__(None))
