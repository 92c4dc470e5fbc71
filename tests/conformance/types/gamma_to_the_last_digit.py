# gamma() and lgamma() are CPython's own sums, not the C library's: they differ in the last digit.
import math

for n in (1, 2, 3, 5, 8, 13, 21, 34, 55):
    print(n, math.gamma(n / 7 + 0.01), math.gamma(-n / 7 - 0.3), math.lgamma(n / 3), math.lgamma(-n / 3 - 0.1))
print(math.gamma(0.5), math.gamma(23), math.gamma(24), math.gamma(171.5), math.gamma(1e-21), math.gamma(-180.5), math.gamma(-250.5))
print(math.lgamma(1), math.lgamma(2), math.lgamma(1e-21), math.lgamma(1e10), math.lgamma(-1e5 - 0.5), math.lgamma(math.inf))
for wrong in (lambda: math.gamma(0), lambda: math.gamma(-3), lambda: math.gamma(172), lambda: math.gamma(-math.inf), lambda: math.lgamma(-1), lambda: math.lgamma(1e306), lambda: math.fma(math.inf, 0, 1), lambda: math.fma(1e300, 1e300, 0), lambda: math.log(10, 1)):
    try:
        print(wrong())
    except (ValueError, OverflowError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
print(math.fma(2, 3, 4), math.fma(0.1, 10, -1), math.fma(1e16, 1, -1.5), 0.1 * 10 - 1)
