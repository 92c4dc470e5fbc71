"""A special method that is None is there, and cannot be called: nobody else is asked in its place."""


class Bare:
    pass


class NoEqual:
    __eq__ = None


class NoUnequal:
    __ne__ = None


class Undecided:
    def __eq__(self, other):
        return NotImplemented


class Nothing:
    __add__ = __radd__ = __iadd__ = __lt__ = __gt__ = __contains__ = __iter__ = __hash__ = __reversed__ = None


class Number(int):
    __radd__ = None


def told(name, ask):
    try:
        print(name, ask())
    except TypeError as error:
        print(name, error)


told("bare == none", lambda: Bare() == NoEqual())
told("none == bare", lambda: NoEqual() == Bare())
told("undecided == none", lambda: Undecided() == NoEqual())
told("none != undecided", lambda: NoEqual() != Undecided())
told("1 == none", lambda: 1 == NoEqual())
told("bare != none", lambda: Bare() != NoUnequal())
told("none != bare", lambda: NoUnequal() != Bare())
told("none in list", lambda: NoEqual() in [1])
told("equal all the same", lambda: NoUnequal() == NoUnequal)
told("none + 1", lambda: Nothing() + 1)
told("1 + none", lambda: 1 + Nothing())
told("bare + none", lambda: Bare() + Nothing())
told("1 + number", lambda: 1 + Number(2))
told("number + 1", lambda: Number(2) + 1)
told("none < 1", lambda: Nothing() < 1)
told("1 > none", lambda: 1 > Nothing())
told("1 in none", lambda: 1 in Nothing())
told("iter", lambda: iter(Nothing()))
told("list", lambda: [*Nothing()])
told("hash", lambda: hash(Nothing()))
told("reversed", lambda: reversed(Nothing()))


class Long:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


for length in (3, -1, 2**100, -(2**100)):
    try:
        print(len(Long(length)))
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)


class Guarded:
    def __getattribute__(self, name):
        raise LookupError(name)

    def __bytes__(self):
        return b"on the class"


print(bytes(Guarded()))
