"""Mathematical statistics. Mirrors CPython's Lib/statistics.py: sums are exact, rounded once at the end."""
import math
import numbers
import operator
import random
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from math import exp, fsum, log, sqrt, sumprod

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode',
           'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    pass


def _ratio(x):
    """x as an exact (numerator, denominator); not a number or endless: (x, None)."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def _add(a, b):
    if a[1] == b[1]:
        return a[0] + b[0], a[1]
    return a[0] * b[1] + b[0] * a[1], a[1] * b[1]


def _sum(data):
    """(type of the result, exact sum, how many)."""
    kinds, count, total, special = {}, 0, {}, None
    for x in data:
        count += 1
        kinds[type(x)] = None
        n, d = _ratio(x)
        if d is None:
            special = n if special is None else special + n
        else:
            total[d] = total.get(d, 0) + n
    result = (0, 1)
    for d, n in total.items():
        result = _add(result, (n, d))
    kind = int
    for each in kinds:
        kind = _coerce(kind, each)
    return kind, ((special, None) if special is not None else result), count


def _coerce(a, b):
    if a is b or b is int or b is bool:
        return a
    if a is int:
        return b
    if issubclass(b, a):
        return b
    if issubclass(a, b):
        return a
    if issubclass(a, int):
        return b
    if issubclass(b, int):
        return a
    if float in (a, b):
        return float
    raise TypeError("don't know how to coerce %s and %s" % (a.__name__, b.__name__))


def _convert(ratio, kind):
    n, d = ratio
    if d is None:
        return n
    common = math.gcd(n, d) or 1
    n, d = n // common, d // common
    if kind is int or issubclass(kind, int):
        if d == 1:
            return kind(n) if kind is not bool else n
        return n / d
    if kind is float or issubclass(kind, float):
        return kind(n / d)
    return kind(n) / d


def mean(data):
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert((total[0], total[1] * n) if total[1] is not None else (total[0] / n, None), kind)


def fmean(data, weights=None):
    if weights is None:
        data = list(data)
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / len(data)
    data, weights = list(data), list(weights)
    try:
        total = sumprod(data, weights)
    except ValueError:
        raise StatisticsError('data and weights must be the same length')
    weight = fsum(weights)
    if not weight:
        raise StatisticsError('sum of weights must be non-zero')
    return total / weight


def geometric_mean(data):
    n = 0
    found_zero = False
    logs = []
    for x in data:
        n += 1
        if x > 0.0 or x != x:
            logs.append(log(x))
        elif x == 0.0:
            found_zero = True
        else:
            raise StatisticsError('No negative inputs allowed', x)
    if not n:
        raise StatisticsError('Must have a non-empty dataset')
    if any(x != x for x in logs):
        return math.nan
    if found_zero:
        return math.nan if math.inf in logs else 0.0
    return exp(fsum(logs) / n)


def _is_decimal(x):
    decimal = sys.modules.get('decimal')
    return decimal is not None and isinstance(x, decimal.Decimal)


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if len(data) == 1 and weights is None:
        x = data[0]
        if isinstance(x, numbers.Real) or _is_decimal(x):
            if x < 0:
                raise StatisticsError('harmonic mean does not support negative values')
            return x
        raise TypeError('unsupported type')
    if weights is None:
        weights = [1] * len(data)
        total_weight = (len(data), 1)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('Number of weights does not match data size')
        _, total_weight, _ = _sum(weights)
    shares = []
    for w, x in zip(weights, data):
        if x < 0 or w < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        if x == 0:
            return 0
        shares.append(w / x if w else 0)
    kind, total, _ = _sum(shares)
    if total[0] <= 0:
        raise StatisticsError('Weighted sum must be positive')
    if total[1] is None:
        return total_weight[0] / total_weight[1] / total[0]
    return _convert((total_weight[0] * total[1], total_weight[1] * total[0]), kind)


def _ordered(data):
    """(sorted data, where its upper half begins)"""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data, len(data) // 2


def median(data):
    data, half = _ordered(data)
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data, half = _ordered(data)
    return data[half if len(data) % 2 else half - 1]


def median_high(data):
    data, half = _ordered(data)
    return data[half]


def median_grouped(data, interval=1.0):
    """The median within its class, if the values stand for the middles of classes so wide."""
    data, half = _ordered(data)
    middle = data[half]
    below = bisect_left(data, middle)
    inside = bisect_right(data, middle, below) - below
    try:
        interval, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    return middle - interval / 2.0 + interval * (len(data) / 2 - below) / inside


def mode(data):
    try:
        return Counter(iter(data)).most_common(1)[0][0]
    except IndexError:
        raise StatisticsError('no mode for empty data') from None


def multimode(data):
    counted = Counter(iter(data))
    most = max(counted.values(), default=0)
    return [value for value, count in counted.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 values that cut the data into n parts of equal probability."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    if not data:
        raise StatisticsError('must have at least one data point')
    last = len(data) - 1
    if not last:
        return data * (n - 1)
    if method == 'inclusive':
        cuts = [divmod(i * last, n) for i in range(1, n)]
    elif method == 'exclusive':    # as if a value lay outside at either end; the first and last gap reach out to it
        cuts = []
        for place in range(last + 2, n * (last + 2), last + 2):
            low = min(max(place // n - 1, 0), last - 1)
            cuts.append((low, place - (low + 1) * n))
    else:
        raise ValueError(f'Unknown method: {method!r}')
    return [(data[low] * (n - share) + data[low + 1] * share) / n for low, share in cuts]


def _squares(data, c=None):
    """(type, exact sum of squared deviations, mean, how many)."""
    data = list(data)
    kind, total, n = _sum(data)
    if c is not None:
        kind, ssd, n = _sum([(x - c) * (x - c) for x in data])
        return kind, ssd, n
    if total[1] is None:
        return kind, total, n
    squares = {}
    for x in data:
        a, b = _ratio(x)
        squares[b * b] = squares.get(b * b, 0) + a * a
    sxx = (0, 1)
    for d, value in squares.items():
        sxx = _add(sxx, (value, d))
    # n * sum(x^2) - sum(x)^2, over n
    top = _add((sxx[0] * n, sxx[1]), (-total[0] ** 2, total[1] ** 2))
    return kind, (top[0], top[1] * n), n


def _mean_square(function, data, center, sample):
    """(type, exact mean of the squared deviations); of a SAMPLE the mean of one fewer."""
    data = list(data)
    kind, (top, bottom), n = _squares(data, center) if data else (int, (0, 1), 0)
    if n <= sample:
        raise StatisticsError(f"{function} requires at least {'two data points' if sample else 'one data point'}")
    return kind, (top, bottom if bottom is None else bottom * (n - sample))


def variance(data, xbar=None):
    kind, square = _mean_square('variance', data, xbar, True)
    return _convert(square, kind)


def pvariance(data, mu=None):
    kind, square = _mean_square('pvariance', data, mu, False)
    return _convert(square, kind)


def _root(kind, ratio):
    """The square root, rounded once."""
    n, m = ratio[0].numerator, ratio[1]    # an endless sum has no numerator
    if kind not in (int, float):
        from decimal import Decimal
        if issubclass(kind, Decimal):
            return _decimal_root(n, m)
    if not n:
        return 0.0
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        m <<= 2 * shift
    else:
        n <<= -2 * shift
    whole = math.isqrt(n // m)
    whole |= whole * whole * m != n    # sticky: what was cut off was not nothing
    return (whole << shift) / 1 if shift >= 0 else whole / (1 << -shift)


def _decimal_root(n, m):
    """sqrt() of the rounded quotient, or the number beside it, where that is nearer to the root."""
    from decimal import Decimal
    from fractions import Fraction
    if not n:
        return Decimal('0.0')
    root = (Decimal(n) / Decimal(m)).sqrt()
    for beside in (root.next_plus(), root.next_minus()):
        middle = (Fraction(root) + Fraction(beside)) / 2
        if middle * middle < Fraction(n, m) if beside > root else middle * middle > Fraction(n, m):
            return beside
    return root


def stdev(data, xbar=None):
    return _root(*_mean_square('stdev', data, xbar, True))


def pstdev(data, mu=None):
    return _root(*_mean_square('pstdev', data, mu, False))


def _sqrtprod(x, y):
    """The square root of a product, with the rounding of the product taken back."""
    h = sqrt(x * y)
    if not math.isfinite(h) or not h:
        return h
    return h + sumprod((x, h), (y, -h)) / (2.0 * h)


def _paired(function, x, y):
    """How many pairs there are."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f'{function} requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError(f'{function} requires at least two data points')
    return n


def _centered(data, n):
    """(mean, how far each lies from it)"""
    center = fsum(data) / n
    return center, [each - center for each in data]


def covariance(x, y, /):
    n = _paired('covariance', x, y)
    (_, x), (_, y) = _centered(x, n), _centered(y, n)
    return sumprod(x, y) / (n - 1)


def _ranks(data):
    order = sorted(zip(data, range(len(data))))
    ranks = [0.0] * len(order)
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and order[end][0] == order[at][0]:
            end += 1
        for _, place in order[at:end]:
            ranks[place] = at + (end - at + 1) / 2 - (len(order) + 1) / 2
        at = end
    return ranks


def correlation(x, y, /, *, method='linear'):
    n = _paired('correlation', x, y)
    if method == 'linear':
        (_, x), (_, y) = _centered(x, n), _centered(y, n)
    elif method == 'ranked':
        x, y = _ranks(x), _ranks(y)
    else:
        raise ValueError(f'Unknown method: {method!r}')
    together, both = sumprod(x, y), (sumprod(x, x), sumprod(y, y))
    try:
        return together / _sqrtprod(*both)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


LinearRegression = namedtuple('LinearRegression', 'slope intercept')


def linear_regression(x, y, /, *, proportional=False):
    n, start = _paired('linear regression', x, y), 0.0
    if not proportional:
        (xbar, x), (ybar, y) = _centered(x, n), _centered(y, n)
    top, bottom = sumprod(x, y) + 0.0, sumprod(x, x)
    try:
        slope = top / bottom
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    if not proportional:
        start = ybar - slope * xbar
    return LinearRegression(slope, start)


# Wichura's algorithm AS 241 (1988): quotients of polynomials for the middle, the tails and what is far out, highest power first.
_MIDDLE = ((2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4,
            1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0),
           (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4, 5.3941960214247511077e3,
            6.8718700749205790830e2, 4.2313330701600911252e1, 1.0))
_TAIL = ((7.7454501427834140764e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
          3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0),
         (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
          6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0))
_FAR = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
         2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0),
        (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
         1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _quotient(above_and_below, r, factor=1.0):
    values = []
    for coefficients in above_and_below:
        value = 0.0
        for each in coefficients:
            value = value * r + each
        values.append(value)
    return values[0] * factor / values[1]


def _standard_inv_cdf(p):
    q = p - 0.5
    if math.fabs(q) <= 0.425:
        return _quotient(_MIDDLE, 0.180625 - q * q, q)
    r = sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
    x = _quotient(_TAIL, r - 1.6) if r <= 5.0 else _quotient(_FAR, r - 5.0)
    return -x if q < 0.0 else x


def _spread(value, function):
    if not value:
        raise StatisticsError(f'{function}() not defined when sigma is zero')
    return value


class NormalDist:
    """A normal distribution by its mean and standard deviation."""
    __slots__ = {'_mu': 'where its middle is', '_sigma': 'how far most of it reaches'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(float(mean(data)), stdev(data))

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def zscore(self, x):
        return (x - self._mu) / _spread(self._sigma, 'zscore')

    def pdf(self, x):
        variance = _spread(self.variance, 'pdf')
        off = x - self._mu
        return exp(off * off / (-2.0 * variance)) / sqrt(math.tau * variance)

    def cdf(self, x):
        return 0.5 * math.erfc((self._mu - x) / (_spread(self._sigma, 'cdf') * sqrt(2.0)))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return self._mu + self._sigma * _standard_inv_cdf(p)

    def quantiles(self, n=4):
        return [self.inv_cdf(cut / n) for cut in range(1, n)]

    def samples(self, n, *, seed=None):
        source = (random if seed is None else random.Random(seed)).random
        return [self.inv_cdf(source()) for _ in range(n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        narrow, wide = sorted((self, other), key=lambda each: (each._sigma, each._mu))
        a, b = _spread(narrow.variance, 'overlap'), _spread(wide.variance, 'overlap')
        apart, wider = math.fabs(wide._mu - narrow._mu), b - a
        if not wider:
            return 1.0 - math.erf(apart / (2.0 * narrow._sigma * sqrt(2.0)))
        # The curves cross at two places.
        middle = narrow._mu * b - wide._mu * a
        aside = narrow._sigma * wide._sigma * sqrt(apart * apart + wider * math.log(b / a))
        x1, x2 = (middle + aside) / wider, (middle - aside) / wider
        return 1.0 - (math.fabs(wide.cdf(x1) - narrow.cdf(x1)) + math.fabs(wide.cdf(x2) - narrow.cdf(x2)))

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __eq__(self, other):
        if isinstance(other, NormalDist):
            return self._sigma == other._sigma and self._mu == other._mu
        return NotImplemented

    def _moved(self, by, other):
        if isinstance(other, NormalDist):    # independent of this one
            return NormalDist(by(self._mu, other._mu), math.hypot(self._sigma, other._sigma))
        return NormalDist(by(self._mu, other), self._sigma)

    def _scaled(self, by, factor):
        return NormalDist(by(self._mu, factor), by(self._sigma, math.fabs(factor)))

    def __add__(self, other):
        return self._moved(operator.add, other)

    def __sub__(self, other):
        return self._moved(operator.sub, other)

    def __rsub__(self, other):
        return -(self - other)

    def __mul__(self, factor):
        return self._scaled(operator.mul, factor)

    def __truediv__(self, factor):
        return self._scaled(operator.truediv, factor)

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__, __rmul__ = __add__, __mul__
