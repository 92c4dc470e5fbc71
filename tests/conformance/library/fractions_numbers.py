# fractions: exact arithmetic, what mixes with what, and where they come from.
import math
import numbers
from fractions import Fraction

a, b = Fraction(3, 4), Fraction("-2/6")
print(a, repr(b), a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, a ** -2, 2 ** Fraction(3), a ** 0.5, -a, abs(b))
print(a + 1, 1 - a, a + 0.25, 2 * a, 1 / a, a == 0.75, a == Fraction(6, 8), a > b, a < 1, a >= 0.75, sorted([a, b, 0]), max(a, 0.7))
print(Fraction(0.1), Fraction("0.125"), Fraction("1e-3"), Fraction(" 7 "), Fraction(1.5), Fraction(a, b), Fraction(3.14159).limit_denominator(100))
print(int(Fraction(-7, 2)), round(Fraction(5, 2)), round(Fraction(7, 3), 2), math.floor(b), math.ceil(b), float(a), divmod(Fraction(7, 2), 1), bool(Fraction()))
print(hash(Fraction(1, 2)) == hash(0.5), hash(Fraction(5)) == hash(5), {Fraction(1, 2): "half"}[0.5], a.numerator, a.denominator, a.as_integer_ratio(), sum([a, b]))
print(isinstance(a, numbers.Rational), isinstance(3, numbers.Integral), isinstance(2.5, numbers.Real), isinstance(1j, numbers.Number), isinstance("a", numbers.Number))
for wrong in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: a / 0, lambda: Fraction(None), lambda: a + "x", lambda: Fraction(float("nan"))):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
