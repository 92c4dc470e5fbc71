"""Ranges and slices count without bounds, and a range asks what is no plain int for its equality."""

huge = 2**100
for step in (1, 3, -1, -7):
    wide = range(-huge, huge, step) if step > 0 else range(huge, -huge, step)
    print(wide[2:5], wide[-3:], wide[huge // 8 :: 2**60], wide[::-1][:1])
for part in (slice(None, None, -1), slice(-5, 2**80), slice(3), slice(huge, -huge, -3), slice(None, None, huge)):
    print(part.indices(2**90), part.indices(7), part.indices(0))
for start, stop, step in ((8, 2, -3), (None, None, -1), (-100, 100, 3), (5, 5, 1), (9, 0, 2), (0, 9, -2)):
    print(range(10)[start:stop:step], range(9, -1, -1)[start:stop:step], range(0)[start:stop:step])
for text in ("range(10)[::0]", "slice(1, 2, 0).indices(3)", "slice(1).indices(-1)", "range(3).index(9.0)", "range(3).index(9)"):
    try:
        print(eval(text))
    except ValueError as error:
        print(error)


class Any:
    def __eq__(self, other):
        return True


class Contrary(int):
    def __eq__(self, other):
        return int(self) != other

    __hash__ = int.__hash__


print(range(10).count(Any()), range(10).index(Any()), Any() in range(10), Any() in range(0))
print(range(4).count(2.0), range(4).index(2.0), range(4).index(True), range(4).count(None))
print(Contrary(2) in range(2, 3), Contrary(2) in range(3), range(4).count(Contrary(2)), range(2, 9).index(Contrary(2)))


class Failing:
    def __eq__(self, other):
        raise LookupError(other)


for ask in (range(3).index, range(3).count, range(3).__contains__):
    try:
        ask(Failing())
    except LookupError as error:
        print(repr(error))
