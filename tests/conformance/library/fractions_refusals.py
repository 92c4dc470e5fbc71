# Fractions made of everything, and of what they cannot be made; powers, rounding, comparison and conversion at their edges.
import copy
import math
import operator
import pickle
from decimal import Decimal
from fractions import Fraction


def tried(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


for text in ("3/4", " -3/4 ", "+1_000/2_0", "0.75", ".5", "-.5", "5.", "1_0.2_5", "75e-2", "1.5E3", "-1e2_0", "1/0", "-6/0", "1//2", "1/-2", "a", "", "1.2/3", "1e", "0x1", "nan", "inf", "--1", "1/2.5", "٣/٤", "1_.5", "1__0"):
    tried(lambda: Fraction(text))
for args in ((), (3,), (True,), (2.5,), (-0.1,), (math.inf,), (math.nan,), (Decimal("1.25"),), (Decimal("NaN"),), (Fraction(3, 6),), (6, -4), (0, -5), (1, 0), (-7, 0), (Fraction(1, 2), Fraction(3, 4)), (True, 3), (1.5, 2), (1, 2.5), ("1", 2),
             (1, "2"), (1j,), (None,), ([],), (1, 2, 3), (10 ** 30, 10 ** 29)):
    tried(lambda: Fraction(*args))
tried(lambda: Fraction(numerator=3, denominator=9))
for number in 3, 2.5, True, Decimal("0.1"), "1", math.inf, math.nan, Fraction(1, 2), None:
    tried(lambda: Fraction.from_float(number))
    tried(lambda: Fraction.from_decimal(number))
half, third = Fraction(1, 2), Fraction(-1, 3)
numbers = [half, third, Fraction(0), Fraction(7), 0, 1, -2, 3, 0.5, -1.5, math.inf, math.nan, 1j, 2 + 0j, True, "x", None, Decimal(2)]
for a in numbers[:4]:
    for b in numbers:
        for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow, divmod, operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge):
            tried(lambda: op(a, b))
            tried(lambda: op(b, a))
for a in (half, third, Fraction(0), Fraction(7), Fraction(5, 2), Fraction(-5, 2), Fraction(-7, 2), Fraction(12345, 1000), Fraction(-149, 100)):
    print(a, repr(a), +a, -a, abs(a), bool(a), int(a), math.trunc(a), math.floor(a), math.ceil(a), round(a), [round(a, n) for n in (-2, -1, 0, 1, 2)], float(a), complex(a), a.is_integer(), a.as_integer_ratio(), a.numerator, a.denominator,
          a.real, a.imag, a.conjugate(), hash(a) == hash(float(a)) if a.denominator in (1, 2) else "")
for number in math.pi, -math.e, 0.1, Fraction(311, 99), Fraction(-415, 93), 1 / 3:
    print([str(Fraction(number).limit_denominator(most)) for most in (1, 2, 7, 10, 100, 1000, 10 ** 6)], Fraction(number).limit_denominator())
tried(lambda: half.limit_denominator(0))
tried(lambda: setattr(half, "numerator", 3))
tried(lambda: setattr(half, "other", 3))
tried(lambda: half < "x")
tried(lambda: [half ** -2, third ** -3, Fraction(0) ** 0, 2 ** third, 4 ** half, (-8) ** third, half ** half, 2.0 ** half, half ** 2.0, Fraction(4) ** Fraction(-2), 3 ** Fraction(-2), 3 ** Fraction(2), 2j ** Fraction(2)])
tried(lambda: Fraction(0) ** -2)
tried(lambda: pow(half, 2, 3))
tried(lambda: round(half, 1.5))


class Own(Fraction):
    pass


own = Own(3, 4)
print(type(own), own, type(own + 1), type(-own), type(Own.from_float(0.5)), type(Own("1/3")), copy.copy(half) is half, type(copy.copy(own)), copy.deepcopy([half])[0] is half, half.__reduce__(), type(own.limit_denominator(2)), repr(own), [f"{half:{spec}}" for spec in
      (".3f", ">8", "e", "+.2%", "", "_", "#", "g")])
print(sum([half, third]), max(half, third, 0), sorted([half, 0.25, third, 1]), {half: 1}[0.5], half in [0.5], isinstance(half, int), math.fsum([half, third]))
