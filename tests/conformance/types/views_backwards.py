"""The iterators that reversed() gives of a dict and its views, and what a class is not, though it may be subscripted."""
prices = {"tea": 2, "cake": 5}
for backwards in (reversed(prices), reversed(prices.keys()), reversed(prices.values()), reversed(prices.items())):
    print(type(backwards).__name__, backwards.__length_hint__(), list(backwards), list(backwards))


def tell(ask):
    try:
        print(repr(ask()))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class At:
    def __init__(self, at):
        self.at = at

    def __index__(self):
        return self.at

    __len__ = __index__


for ask in (lambda: "%c%c" % (At(65), At(0x1F600)), lambda: b"%c" % At(65), lambda: "%c" % At(-1), lambda: len(At(-10**30)), lambda: len(At(10**30)),
            lambda: "a".encode(None), lambda: b"a".decode("ascii", None), lambda: [*int], lambda: print(*int), lambda: ",".join(int), lambda: reversed(int), lambda: "text" % int, lambda: "%s" % int,
            lambda: iter(int), lambda: 1 in int, lambda: (int | str).nothing, lambda: list[int].nothing, lambda: len(list[int]),
            lambda: -(int | str), lambda: int | 5, lambda: [0][list[int]], lambda: bytes.fromhex(None), lambda: float.fromhex(2)
    , lambda: ExceptionGroup("of", "letters"), lambda: ExceptionGroup("of", ""),
            lambda: compile("'\ud800'", "text", "eval")):
    try:
        tell(ask)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
