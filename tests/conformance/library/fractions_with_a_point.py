# A Fraction is formatted exactly, as a float would be if it could hold it; rounding is to even.
from fractions import Fraction

third = Fraction(1, 3)
for spec in (".2f", "f", ".0f", ".20f", "e", ".3e", "E", "g", ".3g", "G", "#g", "%", ".1%", "+.3f", " .3f", "010.2f", "<10.2f|", "^10.2f", "*>10.2f", "=+10.2f", "z.0f", "#.0f"):
    try:
        print(spec, [f"{value:{spec}}" for value in (third, Fraction(-22, 7), Fraction(0), Fraction(10**25, 3))])
    except ValueError as error:
        print(spec, error)
print([f"{Fraction(n, 2):.0f}" for n in range(-5, 6, 2)], [f"{Fraction(n, 200):.2f}" for n in (1, 3, 5)], f"{Fraction(-1, 1000):.2f} {Fraction(-1, 1000):z.2f}")
print(f"{Fraction(12345678, 7):,.2f} {Fraction(10**9):_} {Fraction(-1234567, 89):,} {Fraction(10**12, 7):020_.3f} {Fraction(999999, 1):.3g} {Fraction(1, 10**5):g} {Fraction(1, 10**4):g} {Fraction(123456789):g}")
print(f"[{third:>8}] [{third:<8}] [{third:^8}] [{Fraction(3):#}] [{Fraction(3)}] [{Fraction(-5):+}] [{third: }] [{third:*=+9}]")
for spec in ("d", "x", "<010.2f", ".2", "z", "010", ",_f", "q", "10 f"):
    try:
        print(f"{third:{spec}}")
    except ValueError as error:
        print(error)
print(Fraction.from_float(0.5), Fraction(3, 1).is_integer(), third.is_integer(), third.conjugate() is third or third.conjugate() == third)
import random
random.seed(5)
print([random.binomialvariate() for _ in range(10)], [random.binomialvariate(20, 0.3) for _ in range(8)], [random.binomialvariate(1000, p) for p in (0.5, 0.9, 0.02, 0.4)], random.binomialvariate(5, 0.0), random.binomialvariate(5, 1.0), random.Random(1).binomialvariate(n=100, p=0.25))
for failing in (lambda: random.binomialvariate(-1), lambda: random.binomialvariate(5, 1.5)):
    try:
        print(failing())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
