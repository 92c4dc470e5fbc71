"""copyreg from all sides: what it refuses, protocols 0 and 1, slots by name, numbers for names."""
import copyreg
import pickle


def attempt(what, action):
    try:
        print(what, "->", action())
    except Exception as exc:
        print(what, "raised", repr(exc))


class Made:
    def __init__(self, x=0):
        self.x = x


class Kid(list):
    pass


class Number(int):
    pass


class Slots:
    __slots__ = ("a", "__b", "__c__", "__dict__")


class _Under(Slots):
    __slots__ = "one"


class __(Slots):
    __slots__ = ["__p"]


class OnlySlots:
    __slots__ = ("a",)


class Stated:
    __slots__ = ("a",)

    def __getstate__(self):
        return {"state": 1}


class Empty:
    pass


kid, number = Kid([1, 2]), Number(5)
kid.name, number.tag = "k", "t"
for proto in (0, 1, 2):
    for value in (Made(3), kid, number, Empty(), OnlySlots(), Stated(), object(), 3, [1]):
        def reduce():
            made = value.__reduce_ex__(proto)
            return [getattr(part, "__name__", part) if not isinstance(part, tuple) else [getattr(p, "__name__", p) for p in part] for part in made]
        attempt(f"{type(value).__name__} {proto}", reduce)
    for value in (Made(3), kid, number):
        back = pickle.loads(pickle.dumps(value, proto))
        print(type(back).__name__, vars(back), back == value)
print(copyreg._slotnames(Slots), copyreg._slotnames(_Under), copyreg._slotnames(__), copyreg._slotnames(int), copyreg._slotnames(Empty),
      Slots.__slotnames__ is copyreg._slotnames(Slots))
attempt("not callable", lambda: copyreg.pickle(Made, 5))
attempt("constructor", lambda: copyreg.pickle(Made, print, 5))
attempt("constructor alone", lambda: copyreg.constructor(None))
print(Made in copyreg.dispatch_table, complex in copyreg.dispatch_table, copyreg.dispatch_table[complex](1 + 2j), copyreg.pickle_union(int | str)[1][1])
copyreg.pickle(Made, lambda m: (Made, (m.x + 1,)))
print(pickle.loads(pickle.dumps(Made(1))).x, pickle.loads(pickle.dumps(int | None)))
for args in (("m", "n", 1), ("m", "n", 1), ("m", "n", 2), ("m", "o", 1), ("m", "o", "7"), ("m", "p", 0), ("m", "p", 2 ** 31), ("m", "p", -1), ("m", "p", "x"), ("m", "q", 2 ** 31 - 1)):
    attempt(f"add {args}", lambda: copyreg.add_extension(*args))
for args in (("m", "n", 2), ("x", "n", 1), ("m", "n", 1), ("m", "n", 1)):
    attempt(f"remove {args}", lambda: copyreg.remove_extension(*args))
print(copyreg._extension_registry, copyreg._inverted_registry, copyreg._extension_cache)
copyreg.clear_extension_cache()
print(copyreg.__newobj__(Made).__dict__, copyreg.__newobj_ex__(Made, (), {}).__dict__, copyreg.__all__)

import numbers


class N(numbers.Complex):
    pass


class I(numbers.Integral):
    def __init__(self, n): self.n = n
    def __int__(self): return self.n
    def __pos__(self): return self
    def __eq__(self, other): return self.n == other
    def __floordiv__(self, other): return f"{self.n}//{other}"
    def __rfloordiv__(self, other): return f"{other}//{self.n}"
    def __mod__(self, other): return f"{self.n}%{other}"
    def __rmod__(self, other): return f"{other}%{self.n}"
    def __neg__(self): return I(-self.n)
    def __add__(self, other): return ("add", self.n, other)
    def __radd__(self, other): return ("radd", self.n, other)
    def __repr__(self): return f"I({self.n})"


attempt("abstract", N)
attempt("abstract", numbers.Integral)
attempt("abstract", numbers.Number)
attempt("half", lambda: I(3))
for name in I.__abstractmethods__:
    setattr(I, name, getattr(numbers.Integral, name))
I.__abstractmethods__ = frozenset()
i = I(3)
for what, action in {
    "bool": lambda: (bool(i), bool(I(0))), "sub": lambda: i - I(4), "rsub": lambda: 10 - i, "divmod": lambda: divmod(i, 2), "rdivmod": lambda: divmod(7, i), "float": lambda: float(i),
    "complex": lambda: complex(i), "index": lambda: [1, 2, 3, 4][i], "real": lambda: (i.real, i.imag, i.numerator, i.denominator, i.conjugate()), "abs": lambda: abs(i), "round": lambda: round(i), "and": lambda: i & 1,
    "pow": lambda: i ** 2, "hash": lambda: hash(i), "lt": lambda: i < 2, "trunc": i.__trunc__,
}.items():
    attempt(what, action)
for cls in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    print(cls.__name__, [v for v in (1, 1.5, 2j, True, "x") if isinstance(v, cls)], sorted(cls.__abstractmethods__))
