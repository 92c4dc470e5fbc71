"""The constants of cmath, and what is reckoned with them."""
import cmath
import math

print(cmath.e, cmath.tau, cmath.pi, cmath.nan, cmath.inf, cmath.nanj, cmath.infj, cmath.e == math.e, cmath.tau == 2 * cmath.pi)
print(cmath.exp(1) == cmath.e, cmath.log(cmath.e), cmath.exp(cmath.tau * 1j), cmath.isnan(cmath.nan), cmath.isnan(cmath.nanj), cmath.isinf(cmath.infj), cmath.isfinite(cmath.nanj))
print(cmath.nan == cmath.nan, cmath.isclose(cmath.nan, cmath.nan), cmath.isclose(cmath.inf, cmath.inf), cmath.sqrt(cmath.nan), cmath.polar(cmath.infj), cmath.phase(cmath.nanj))
print(cmath.exp(cmath.inf), cmath.exp(-cmath.inf), cmath.log(cmath.inf), cmath.rect(cmath.e, cmath.tau / 4), cmath.cos(cmath.tau))
