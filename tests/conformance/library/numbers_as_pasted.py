"""statistics, fractions, decimal, math, cmath, random with seeds."""
import cmath
import decimal
import fractions
import math
import operator
import random
import statistics as st
from decimal import Decimal, getcontext, localcontext, ROUND_HALF_UP
from fractions import Fraction as F

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.median(data), st.mode(data), st.pstdev(data), st.stdev(data), st.variance(data), st.pvariance(data), st.quantiles(data), st.quantiles(data, n=3, method="inclusive"), st.multimode("aabbc"), st.fmean(data, weights=range(8)), st.harmonic_mean([40, 60], weights=[5, 30]), st.geometric_mean([54, 24, 36]))
print(st.mean([F(1, 2), F(1, 3)]), st.mean([Decimal("0.5"), Decimal("0.75")]), st.median_low([1, 3]), st.median_high([1, 3]), st.median_grouped([1, 2, 2, 3, 4]), st.covariance([1, 2, 3], [1, 5, 7]), st.correlation([1, 2, 3], [1, 5, 7]), st.correlation([1, 2, 3], [9, 2, 3], method="ranked"), st.linear_regression([1, 2, 3], [2, 4, 6]))
nd = st.NormalDist(100, 15)
print(nd, nd + 5, nd * 2, nd.pdf(100), nd.cdf(115), nd.inv_cdf(0.975), nd.zscore(130), nd.quantiles(4), nd.overlap(st.NormalDist(110, 15)), nd.samples(3, seed=1), nd == st.NormalDist(100, 15), hash(nd) == hash(st.NormalDist(100.0, 15.0)), -nd, nd - st.NormalDist(1, 2))
for fn in (lambda: st.mean([]), lambda: st.median([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.quantiles([1], n=0), lambda: st.geometric_mean([]), lambda: st.harmonic_mean([-1]), lambda: st.NormalDist(0, -1), lambda: nd.inv_cdf(2), lambda: st.correlation([1], [1]), lambda: st.mean("ab"), lambda: st.linear_regression([1, 1], [1, 2]), lambda: st.fmean([]), lambda: st.pvariance([])):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
print(F("3/7"), F(0.1), F("0.125"), F(1.5), F(Decimal("0.1")), F(7, -3), F(1, 3) + 1, F(1, 3) * 0.5, F(2, 3) ** -2, F(1, 2) ** F(1, 2), math.floor(F(-7, 2)), round(F(7, 3), 1), F(22, 7).limit_denominator(5), F(math.pi).limit_denominator(1000), divmod(F(7, 2), F(2, 3)), F(3, 4) > 0.7, hash(F(1, 2)) == hash(0.5), F(5).is_integer(), f"{F(1, 3):.3f}", f"{F(22, 7):>10}", repr(F(1, 2)), int(F(9, 2)), F.from_float(0.25), F(3, 4).as_integer_ratio())
for fn in (lambda: F(1, 0), lambda: F("1/0"), lambda: F("x"), lambda: F(1.5, 2), lambda: F(float("nan")), lambda: F(float("inf")), lambda: F(1) / 0, lambda: F(1) % 0, lambda: F([]), lambda: F("1/ 2"), lambda: F(1, 2) < "x", lambda: F.from_decimal(Decimal("1.5"))):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
getcontext().prec = 10
print(Decimal(1) / 7, Decimal("1.10") + Decimal("2.2"), Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal("1E+5"), Decimal("123.4500").normalize(), Decimal(2).sqrt(), Decimal(10).ln(), Decimal("NaN"), Decimal("-0"), +Decimal("1.23456789012"), Decimal("3.7") // 1, Decimal("-3.7") % 2, f"{Decimal('1234567.891'):,.2f}", Decimal((1, (1, 2), -1)), Decimal("1.5").as_tuple(), Decimal(0.1).to_eng_string()[:20])
with localcontext(prec=3) as c: print(Decimal(2) / 3, c.prec)
for fn in (lambda: Decimal(1) / 0, lambda: Decimal("x"), lambda: Decimal("1") + 1.5, lambda: Decimal(0) / 0, lambda: Decimal("1e9999999") * 10**9, lambda: Decimal("sNaN") + 1, lambda: Decimal(-1).sqrt(), lambda: Decimal("1.234").quantize(Decimal("1e-20"))):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
print(math.gcd(12, 18, 27), math.lcm(4, 6), math.isqrt(99), math.comb(5, 2), math.perm(5), math.prod([1, 2, 3], start=4), math.dist((0, 0), (3, 4)), math.hypot(1, 2, 2), math.fsum([.1] * 10), math.sumprod([1, 2], [3, 4]), math.frexp(8), math.ldexp(.5, 4), math.modf(-2.5), math.trunc(-2.7), math.copysign(1, -0.0), math.nextafter(1, 2), math.ulp(1), math.isclose(.1 + .2, .3), math.remainder(7, 4), math.fmod(-7, 4), math.cbrt(27), math.exp2(3), math.fma(2, 3, 4), math.degrees(math.pi), math.factorial(20), math.log2(8), math.log(8, 2), math.log1p(0), math.expm1(0), math.erf(0), math.gamma(5), math.inf, math.tau)
for fn in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.exp(1000), lambda: math.floor(float("nan")), lambda: math.ceil(math.inf), lambda: math.comb(-1, 2), lambda: math.isqrt(-1), lambda: math.acos(2), lambda: math.gcd(1.5), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.prod(["a", 2]), lambda: math.dist((1,), (1, 2)), lambda: math.sumprod([1], [1, 2]), lambda: math.sin("x"), lambda: math.hypot("x")):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
z = complex(3, -4)
print(abs(z), z.conjugate(), cmath.phase(-1), cmath.polar(1j), cmath.rect(2, 0), cmath.sqrt(-1), cmath.isclose(1j, 1j + 1e-12), cmath.exp(0), cmath.inf, cmath.isnan(complex("nan")), cmath.log(1), cmath.pi, cmath.isinf(complex(0, math.inf)), cmath.isfinite(z), cmath.cos(0), cmath.nanj, cmath.infj)
random.seed(2024); r = random.Random("seed")
print(random.random(), random.randint(1, 6), random.choice("abc"), random.sample(range(100), 5), random.choices("ab", [1, 9], k=5), random.shuffle(x := list(range(6))), x, random.uniform(1, 2), random.gauss(0, 1), random.triangular(), random.getrandbits(40), random.randrange(0, 100, 7), random.betavariate(1, 2), random.expovariate(2), random.vonmisesvariate(0, 1), random.sample("aab", k=2, counts=[1, 2, 1]), r.random(), random.Random(1.5).random(), random.Random(b"x").randbytes(3), random.binomialvariate(10, .5))
s = random.getstate(); a = random.random(); random.setstate(s); print(a == random.random(), len(s), s[0])
for fn in (lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randint(2, 1), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1), lambda: random.choices([1], [0]), lambda: random.choices([1], [1, 2]), lambda: random.randrange(1.5), lambda: random.seed([]), lambda: random.choices([], k=1), lambda: random.shuffle((1,)), lambda: random.getrandbits(-1), lambda: random.randrange(1, 5, 0)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
Decimal("1") < "x"
