"""Words of refusals that only odd arguments bring out."""


class Own:
    def __getitem__(self, key):
        return key

    @property
    def part(self):
        return 1


def tell(ask):
    try:
        print(repr(ask()))
    except Exception as error:
        print(type(error).__name__, error)


for value in ("ab", (1, 2), b"ab", range(3), 5, None, Own(), int, Own):
    for key in (0, "a", slice(1), 1.5, None, True):
        tell(lambda: value.__class__.__delitem__ if False else exec("del value[key]", {"value": value, "key": key}))
for ask in (lambda: str(1, 2), lambda: str(b"a", 5), lambda: str(b"a", "ascii", 5), lambda: str("a", "ascii"), lambda: str(5, "ascii"),
            lambda: (300).__format__(1), lambda: "a".__format__(None), lambda: object().__format__(5), lambda: (1.5).__format__(b""),
            lambda: "%é" % 1, lambda: "%\t" % 1, lambda: Own.part.__get__(None, None), lambda: Own.__getitem__.__get__(None, None),
            lambda: Own.part.__get__(), lambda: Own.part.__get__(1, 2, 3), lambda: property().__set_name__(1),
            lambda: object.__init__(), lambda: object.__str__(), lambda: object.__reduce__(), lambda: object.__eq__(),
            lambda: int.__add__(), lambda: str.upper(), lambda: ExceptionGroup("m", [ValueError()]).split(5),
            lambda: ExceptionGroup("m", [ValueError()]).subgroup((ValueError, 5)), lambda: ExceptionGroup("m", [ValueError()]).subgroup(int)):
    tell(ask)


class Documented(property):
    pass


first = Documented(lambda self: 1, doc="said")
print(first.__doc__, first.getter(lambda self: 2).__doc__, property(lambda self: 1, doc="said").getter(lambda self: 2).__doc__)
try:
    class Spaced(Own,   
                 Own):   
        pass
except TypeError:
    import traceback
    traceback.print_exc()
