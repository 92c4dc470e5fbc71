# statistics: exact sums, medians, spread, and the errors of empty data.
import statistics
from statistics import (NormalDist, StatisticsError, correlation, covariance, fmean, geometric_mean, harmonic_mean, linear_regression, mean,
                        median, median_grouped, median_high, median_low, mode, multimode, pstdev, pvariance, quantiles, stdev, variance)

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(mean(data), median(data), mode(data), stdev(data), variance(data), pstdev(data), pvariance(data), fmean(data))
print(mean([1, 2, 3]), mean([1, 2]), mean([1e20, 1, -1e20]), mean([True, False, True, True]), mean([0.1] * 3))
print(median([1, 3, 2]), median([1, 2, 3, 4]), median_low([1, 2, 3, 4]), median_high([1, 2, 3, 4]), median_grouped([52, 52, 53, 54]))
print(mode("aabbb"), multimode("aabbc"), multimode([]), mode([1, 1, 2, 2]))
print(variance([1, 2, 3, 4]), variance([1, 2, 3]), stdev([1, 2, 3, 4, 5]), pvariance([0, 0, 1]), stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]))
print(quantiles(range(1, 10)), quantiles([1, 2, 3, 4, 5], n=10), quantiles([1, 2, 3], method="inclusive"))
print(geometric_mean([54, 24, 36]), harmonic_mean([40, 60]), harmonic_mean([2.5, 3, 10]), fmean([1, 2], [3, 1]))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(covariance(x, y), correlation(x, y), correlation(x, [n ** 2 for n in x]), linear_regression(x, y))
print(NormalDist(100, 15), NormalDist(100, 15).cdf(120), NormalDist(0, 1).pdf(0.5), NormalDist.from_samples([1, 2, 3, 4]), NormalDist(1, 2) + NormalDist(3, 4))
for wrong in (lambda: mean([]), lambda: median([]), lambda: stdev([1]), lambda: variance([]), lambda: mode([]), lambda: mean(["a"]),
              lambda: quantiles([]), lambda: geometric_mean([-1]), lambda: correlation([1, 1], [1, 2]), lambda: fmean([])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
