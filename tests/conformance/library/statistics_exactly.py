# Means of ints stay exact, of Fractions Fractions; the data may be an iterator, and an empty one is an error of its own.
from fractions import Fraction
import statistics as s

print(s.mean([1, 2, 3, 4]), s.mean([Fraction(1, 3), 1]), s.mean([0.1] * 10), s.fmean([1, 2], weights=[3, 1]), s.geometric_mean([1, 4]), s.harmonic_mean([40, 60]), s.mean(iter([1, 2])), s.mean([True, False]))
print(s.median([3, 1, 2]), s.median([1, 2, 3, 4]), s.median_low([1, 2, 3, 4]), s.median_high([1, 2, 3, 4]), s.median_grouped([1, 2, 2, 3]), s.mode("aabb"), s.multimode("aabbc"), s.multimode([]))
print(s.pvariance([1, 2, 3]), s.variance([1, 2, 3]), s.stdev([1, 1]), s.pstdev([1, 2, 3, 4]), s.quantiles(range(1, 12), n=4), s.quantiles([1, 2, 3], n=2, method="inclusive"), s.variance([Fraction(1, 2), Fraction(3, 2)]))
print(s.correlation([1, 2, 3], [2, 4, 7]), s.covariance([1, 2], [3, 5]), s.linear_regression([1, 2, 3], [2, 4, 6]), s.mean([10**20, 1]), s.median(["b", "a", "c"]))
for wrong in (lambda: s.mean([]), lambda: s.median([]), lambda: s.variance([1]), lambda: s.mode([]), lambda: s.mean(["a"]), lambda: s.mean([None]), lambda: s.quantiles([1, 2], n=0), lambda: s.geometric_mean([-1]), lambda: s.harmonic_mean([-1]), lambda: s.correlation([1], [1]), lambda: s.correlation([1, 2], [1]), lambda: s.fmean([]), lambda: s.mean(5), lambda: s.linear_regression([1, 1], [2, 3])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
