# math: angles are in radians, roots of negatives are errors here (cmath has them), and what is nearly 0 or 1 has functions of its own.
import math

print(math.sin(math.pi), math.cos(math.pi), math.tan(math.pi / 4), math.tau == 2 * math.pi)
print(math.asin(1) == math.pi / 2, math.acos(-1) == math.pi, math.atan(math.inf) == math.pi / 2)
print([round(math.degrees(math.atan2(y, x))) for y, x in ((0, 1), (1, 0), (0, -1), (-1, 0), (-1, -1))], math.atan2(-0.0, -1), math.atan2(0.0, -1))
print(math.sinh(1), math.cosh(0), math.tanh(20), math.asinh(0.5), math.acosh(1), math.atanh(0.5))
print(math.cbrt(-27), math.exp2(10), math.pow(2, 0.5), math.pow(0, 0), 0 ** 0, type(math.pow(2, 3)), math.fabs(-3), type(math.fabs(-3)))
print(math.log1p(1e-20), math.log(1 + 1e-20), math.expm1(1e-20), math.exp(1e-20) - 1)
print(math.erf(0.5), math.erfc(0.5), math.erf(0) + math.erfc(0))
print(math.frexp(10), math.ldexp(0.625, 4), math.frexp(0), math.modf(-3.25), math.fmod(-7, 3), -7 % 3, math.remainder(7, 4), math.remainder(6, 4))
print(math.ulp(1.0), math.ulp(0.0), math.nextafter(1, 2), math.nextafter(0, -1), math.nextafter(1, 2, steps=3), math.isfinite(math.inf), math.isfinite(1e308))
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.1] * 10, [1] * 10), math.sumprod((), ()), math.fma(2, 3, 4), math.hypot(3, 4, 12))
print(math.perm(5), math.perm(5, 2), math.comb(5, 2), math.isqrt(99), math.gcd(), math.lcm(4, 6, 10), math.prod([]), math.dist((0, 0), (3, 4)))
for name, *arguments in (("sqrt", -1), ("acos", 2), ("log", 0), ("log", -1), ("acosh", 0), ("atanh", 1), ("exp", 1000), ("cosh", 1000), ("pow", 0, -1),
                         ("pow", -8, 1 / 3), ("fmod", 1, 0), ("remainder", 1, 0), ("ldexp", 1, 2000), ("sumprod", [1], [1, 2]), ("sin", "1"), ("sin", math.inf),
                         ("isqrt", -1), ("comb", -1, 2), ("factorial", 2.5), ("factorial", -1), ("gcd", 1.5), ("nextafter", 1, 2, 3), ("log", 1, 1), ("exp2", 2000),
                         ("dist", (1,), (1, 2)), ("fma", math.inf, 0, 1), ("expm1", 1000), ("log1p", -1), ("cbrt", "x"), ("frexp", None), ("ldexp", 1, 1.0), ("gamma", 0)):
    try:
        print(name, arguments, getattr(math, name)(*arguments))
    except Exception as error:
        print(name, arguments, type(error).__name__, error)

# Lengths to the last digit: squares and their sum are kept exactly, also of very small and large parts.
print(math.hypot(0.1, 0.5), math.hypot(0.3, 1 / 3), math.hypot(1.1, 2.2, 3.3), math.hypot(*(n / 7 for n in range(9))))
print([math.dist((x / 10, 0.5, 1.0), (0.5, 2.0, x / 10)) for x in range(1, 12)])
print(math.hypot(3e-310, 4e-310), math.hypot(3e200, 4e200, 1e200), math.hypot(1.7e308, 1.7e308), math.hypot(math.inf, math.nan), math.hypot(-2.5), math.hypot())
