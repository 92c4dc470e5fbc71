"""An __iter__ that gives no iterator: who says what. `in` and join() hide the reason, the others tell it."""


class Broken:
    def __iter__(self):
        return 5


class Indexed:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError(i)
        return i * 10


class TrueIndex:
    def __index__(self):
        return True


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for use in (list, tuple, set, sum, max, sorted, iter, enumerate, dict, " ".join, b" ".join, lambda b: 1 in b, lambda b: [*b]):
    show(lambda: use(Broken()))
show(lambda: list(Indexed()))
show(lambda: 20 in Indexed())
show(lambda: reversed(Indexed()))
show(lambda: list(range(10 ** 20)))
show(lambda: [*range(10 ** 20)])
show(lambda: tuple(range(10 ** 20)))
show(lambda: ["a", "b"][TrueIndex()])
show(lambda: slice(1, 2, 10 ** 30).indices(3))
show(lambda: {1}.remove({2}))
show(lambda: chr(10 ** 30))
show(lambda: print(1, sepp=2))
