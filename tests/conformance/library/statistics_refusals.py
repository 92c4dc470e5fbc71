# What each function of statistics says of too little, unequal or odd data, and what a NormalDist can do.
import math
import statistics
from decimal import Decimal
from fractions import Fraction
from statistics import NormalDist, StatisticsError


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error, "|", error.__context__ and type(error.__context__).__name__)


samples = ([], [1], [2, 1], [3, 1, 2], [1, 1, 2, 2, 4], [1.5, 2, Fraction(1, 2)], [Decimal("1.5"), Decimal(3)], ["b", "a", "b"], [math.nan, 1.0, 2.0], [math.inf, 1], [True, False, True])
for name in ("mean", "fmean", "geometric_mean", "harmonic_mean", "median", "median_low", "median_high", "median_grouped", "mode", "multimode", "quantiles", "variance", "pvariance", "stdev", "pstdev"):
    print(name)
    for data in samples:
        if name == "median_grouped" and data and data[0] != data[0]:
            continue
        tried(lambda: getattr(statistics, name)(iter(data)))
for n in 0, 1, 2, 3, 7, 10:
    for method in "exclusive", "inclusive", "other":
        tried(lambda: statistics.quantiles([5, 1, 2.5, 7], n=n, method=method))
        tried(lambda: statistics.quantiles([5, 1], n=n, method=method))
for x, y in (([1, 2, 3], [2, 4.5, 5]), ([1], [1]), ([1, 2], [1]), ([1, 1], [2, 3]), ([1, 2, 3], [3, 2, 1]), ([1, 2, 2, 5], [9, 7, 7, 1]), ([0, 0], [0, 0])):
    tried(lambda: statistics.covariance(x, y))
    for method in "linear", "ranked", "other":
        tried(lambda: statistics.correlation(x, y, method=method))
    tried(lambda: statistics.linear_regression(x, y))
    tried(lambda: statistics.linear_regression(x, y, proportional=True))
tried(lambda: statistics.variance([1, 2, 4], 2))
tried(lambda: statistics.pvariance([1, 2, 4], Fraction(7, 3)))
tried(lambda: statistics.stdev([Decimal(1), Decimal(4)]))
tried(lambda: statistics.pstdev([1, 2, 4], mu=2.5))
tried(lambda: statistics.fmean([1, 2], [1, 0]))
tried(lambda: statistics.fmean([1, 2], [1]))
tried(lambda: statistics.fmean([1, 2], [1, -1]))
tried(lambda: statistics.harmonic_mean([1, 2], [1]))
tried(lambda: statistics.harmonic_mean([1, -2]))
tried(lambda: statistics.median_grouped([1, 2, 2, 3], interval="2"))
tried(lambda: statistics.median_grouped([1, 2, 2, 3], interval="x"))
a, b = NormalDist(3, 2), NormalDist(1.5, 0.5)
for make in (lambda: NormalDist(), lambda: NormalDist(1, -1), lambda: NormalDist("x"), lambda: NormalDist.from_samples([1, 2, 4]), lambda: NormalDist.from_samples([1]), lambda: a + b, lambda: a - b, lambda: a + 2, lambda: 2 + a,
             lambda: 2 - a, lambda: a - 2, lambda: a * 3, lambda: -3 * a, lambda: a / -4, lambda: a / 0, lambda: a + "x", lambda: a - Decimal(1), lambda: a * "x", lambda: 2 / a, lambda: a * b, lambda: +a, lambda: -a, lambda: a == b,
             lambda: a == NormalDist(3.0, 2.0), lambda: a != 3, lambda: hash(a) == hash(NormalDist(3, 2)), lambda: a.pdf(1), lambda: a.cdf(1), lambda: a.inv_cdf(0.25), lambda: a.inv_cdf(1), lambda: a.inv_cdf(0), lambda: a.inv_cdf(math.nan),
             lambda: a.quantiles(), lambda: a.quantiles(1), lambda: a.zscore(5), lambda: a.overlap(b), lambda: a.overlap(a + 1), lambda: a.overlap(3), lambda: (a.mean, a.median, a.mode, a.stdev, a.variance), lambda: a.samples(3, seed=7),
             lambda: setattr(a, "mean", 3), lambda: setattr(a, "other", 3), lambda: a + a == NormalDist(6, math.hypot(2, 2))):
    tried(make)
flat = NormalDist(1, 0)
for make in (lambda: flat.pdf(1), lambda: flat.cdf(1), lambda: flat.zscore(1), lambda: flat.overlap(a), lambda: a.overlap(flat), lambda: flat.inv_cdf(0.5), lambda: flat.samples(2, seed=1)):
    tried(make)
tried(lambda: [name for name in statistics.__all__ if not hasattr(statistics, name)])
print(statistics.LinearRegression._fields, issubclass(StatisticsError, ValueError))
