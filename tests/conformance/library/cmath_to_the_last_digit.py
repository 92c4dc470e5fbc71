# Roots, arc functions and lengths of complex numbers to the last digit: cmath asks C for a length, math.hypot() computes its own.
import cmath
import math

points = [complex(n / 7, n % 11 / 5 - 1) for n in range(1, 60, 4)]
for function in (cmath.sqrt, cmath.asin, cmath.acos, cmath.asinh, cmath.acosh, cmath.log):
    print(function.__name__, *(function(point) for point in points))
print(abs(complex(0.3, 0.5)), math.hypot(0.3, 0.5), math.dist((0.3, 0.2), (0.8, 0.9)))
print(*(f"{abs(point)} {math.hypot(point.real, point.imag)}" for point in points))
print(cmath.sqrt(complex(2.5714285714285716, 1.4724)), cmath.sqrt(complex(1e-310, 3e-310)), cmath.sqrt(1e308 + 1e308j))
print(cmath.polar(-1e200 + 1e200j), cmath.phase(-1), cmath.rect(2, math.pi / 3))
