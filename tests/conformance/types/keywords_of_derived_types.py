"""A class derived from a built-in one takes keywords only where it says itself what becomes of them."""


class OwnInit:
    def __init__(self, *args, extra=None):
        self.extra = extra


class OwnNew:
    def __new__(cls, *args, extra=None):
        return super().__new__(cls, *args)


for base, value in ((list, [1]), (tuple, [1]), (float, 2.5), (frozenset, [1]), (int, 3), (str, "s"), (set, [1])):
    plain = type("Plain", (base,), {})
    makes = type("Makes", (OwnNew, base), {})
    starts = type("Starts", (OwnInit, base), {})
    for cls in (base, plain, makes, starts):
        for named in ({}, {"extra": 1}):
            try:
                print(base.__name__, cls.__name__, named, repr(cls(value, **named)))
            except TypeError as error:
                print(base.__name__, cls.__name__, named, error)


class Loud(float):
    def __new__(cls, value):
        print("made of", value)
        return super().__new__(cls, value)


print(Loud.fromhex("0x1.8p1"), float.fromhex("0x1p-2"))
