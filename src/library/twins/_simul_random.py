"""What the methods of random.Random draw where a derived class, or an object, has a random(), a getrandbits() or another method
that they ask of its own. Mirrors CPython's Lib/random.py draw for draw; all others are served by the compiled methods."""
import math
from bisect import bisect
from itertools import accumulate
from operator import index

_BITS = 53                              # of a float
_NORMAL = 4 * math.exp(-0.5) / math.sqrt(2.0)
_LOG_4 = math.log(4.0)
_GAMMA = 1.0 + math.log(4.5)
_TURN = 2.0 * math.pi
_ONE = 1


def _by_bits(self, n):
    draw = self.getrandbits
    width = n.bit_length()
    drawn = draw(width)
    while drawn >= n:
        drawn = draw(width)
    return drawn


def _by_reals(self, n):
    draw = self.random
    most = 1 << _BITS
    if n >= most:
        from warnings import warn
        warn("Underlying random() generator does not supply \nenough bits to choose from a population range this large.\n"
             "To remove the range limitation, add a getrandbits() method.")
        return math.floor(draw() * n)
    limit = (most - most % n) / most    # what lies above would make small numbers likelier
    drawn = draw()
    while drawn >= limit:
        drawn = draw()
    return math.floor(drawn * most) % n


class Random:
    def _randbelow(self, n):
        for cls in type(self).__mro__:  # the nearer of the two decides
            own = vars(cls)
            if 'getrandbits' in own:
                return _by_bits(self, n)
            if 'random' in own:
                return _by_reals(self, n)

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=_ONE):
        first = index(start)
        if stop is None:
            if step is not _ONE:
                raise TypeError('Missing a non-None stop argument')
            if first <= 0:
                raise ValueError('empty range for randrange()')
            return self._randbelow(first)
        width = index(stop) - first
        stride = index(step)
        if stride == 1:
            if width <= 0:
                raise ValueError(f'empty range in randrange({start}, {stop})')
            return first + self._randbelow(width)
        if stride == 0:
            raise ValueError('zero step for randrange()')
        count = (width + stride + (-1 if stride > 0 else 1)) // stride
        if count <= 0:
            raise ValueError(f'empty range in randrange({start}, {stop}, {step})')
        return first + stride * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if len(seq) == 0:
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        below = self._randbelow
        for last in range(len(x) - 1, 0, -1):
            other = below(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        from collections.abc import Sequence
        if not isinstance(population, Sequence):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        size = len(population)
        if counts is not None:
            ends = list(accumulate(counts))
            if len(ends) != size:
                raise ValueError('The number of counts does not match the population')
            total = ends.pop()
            if not isinstance(total, int):
                raise TypeError('Counts must be integers')
            if total <= 0:
                raise ValueError('Total of counts must be greater than zero')
            return [population[bisect(ends, place)] for place in self.sample(range(total), k=k)]
        below = self._randbelow
        if not 0 <= k <= size:
            raise ValueError('Sample larger than population or is negative')
        taken = [None] * k
        of_a_set = 21                   # below this a list of all takes less room than a set of the taken
        if k > 5:
            of_a_set += 4 ** math.ceil(math.log(k * 3, 4))
        if size <= of_a_set:
            pool = list(population)
            for i in range(k):
                place = below(size - i)
                taken[i] = pool[place]
                pool[place] = pool[size - i - 1]
            return taken
        places = set()
        for i in range(k):
            place = below(size)
            while place in places:
                place = below(size)
            places.add(place)
            taken[i] = population[place]
        return taken

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        draw = self.random
        size = len(population)
        if weights is None and cum_weights is None:
            return [population[math.floor(draw() * (size + 0.0))] for _ in range(k)]
        if cum_weights is None:
            try:
                cum_weights = list(accumulate(weights))
            except TypeError:
                if not isinstance(weights, int):
                    raise
                raise TypeError(f'The number of choices must be a keyword argument: k={weights!r}') from None
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != size:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not math.isfinite(total):
            raise ValueError('Total of weights must be finite')
        return [population[bisect(cum_weights, draw() * total, 0, size - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        drawn = self.random()
        try:
            middle = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if drawn > middle:
            drawn, middle, low, high = 1.0 - drawn, 1.0 - middle, high, low
        return low + (high - low) * math.sqrt(drawn * middle)

    def normalvariate(self, mu=0.0, sigma=1.0):
        draw = self.random
        while True:
            across = draw()
            down = 1.0 - draw()
            z = _NORMAL * (across - 0.5) / down
            if z * z / 4.0 <= -math.log(down):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        draw = self.random
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = draw() * _TURN
            radius = math.sqrt(-2.0 * math.log(1.0 - draw()))
            z = math.cos(angle) * radius
            self.gauss_next = math.sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return math.exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -math.log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        draw = self.random
        if kappa <= 1e-6:
            return _TURN * draw()
        s = 0.5 / kappa
        r = s + math.sqrt(1.0 + s * s)
        while True:
            z = math.cos(math.pi * draw())
            d = z / (r + z)
            tried = draw()
            if tried < 1.0 - d * d or tried <= (1.0 - d) * math.exp(d):
                break
        q = 1.0 / r
        angle = math.acos((q + z) / (1.0 + q * z))
        return (mu + angle if draw() > 0.5 else mu - angle) % _TURN

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        draw = self.random
        if alpha > 1.0:                 # Cheng's way
            slope = math.sqrt(2.0 * alpha - 1.0)
            base = alpha - _LOG_4
            scale = alpha + slope
            while True:
                u = draw()
                if not 1e-7 < u < 0.9999999:
                    continue
                w = 1.0 - draw()
                v = math.log(u / (1.0 - u)) / slope
                x = alpha * math.exp(v)
                z = u * u * w
                r = base + scale * v - x
                if r + _GAMMA - 4.5 * z >= 0.0 or r >= math.log(z):
                    return x * beta
        if alpha == 1.0:
            return -math.log(1.0 - draw()) * beta
        while True:                     # Ahrens and Dieter's
            b = (math.e + alpha) / math.e
            p = b * draw()
            x = p ** (1.0 / alpha) if p <= 1.0 else -math.log((b - p) / alpha)
            w = draw()
            if w <= (x ** (alpha - 1.0) if p > 1.0 else math.exp(-x)):
                return x * beta

    def betavariate(self, alpha, beta):
        one = self.gammavariate(alpha, 1.0)
        return one / (one + self.gammavariate(beta, 1.0)) if one else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-math.log(1.0 - self.random())) ** (1.0 / beta)

    def binomialvariate(self, n=1, p=0.5):
        if n < 0:
            raise ValueError('n must be non-negative')
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError('p must be in the range 0.0 <= p <= 1.0')
        draw = self.random
        if n == 1:
            return index(draw() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        if n * p < 10.0:                # Devroye's way, for few
            at = successes = 0
            scale = math.log2(1.0 - p)
            if not scale:
                return 0
            while True:
                at += math.floor(math.log2(draw()) / scale) + 1
                if at > n:
                    return successes
                successes += 1
        deviation = math.sqrt(n * p * (1.0 - p))    # Hormann's, for many
        b = 1.15 + 2.53 * deviation
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        squeeze = 0.92 - 4.2 / b
        height = None
        while True:
            u = draw() - 0.5
            edge = 0.5 - math.fabs(u)
            k = math.floor((2.0 * a / edge + b) * u + c)
            if k < 0 or k > n:
                continue
            v = draw()
            if edge >= 0.07 and v <= squeeze:
                return k
            if height is None:
                alpha = (2.83 + 5.1 / b) * deviation
                odds = math.log(p / (1.0 - p))
                mode = math.floor((n + 1) * p)
                height = math.lgamma(mode + 1) + math.lgamma(n - mode + 1)
            v *= alpha / (a / (edge * edge) + b)
            if math.log(v) <= height - math.lgamma(k + 1) - math.lgamma(n - k + 1) + (k - mode) * odds:
                return k
