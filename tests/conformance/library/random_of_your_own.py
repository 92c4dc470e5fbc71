# A class derived from random.Random is asked for its own random() and getrandbits(), by all other methods.
import copy
import pickle
import random
import warnings


def everything(rng):
    print('  integers', rng.randrange(10), rng.randrange(5, 50, 3), rng.randrange(50, 5, -7), rng.randint(1, 6), rng._randbelow(1000))
    print('  of many', rng.choice('abcdef'), rng.choices('abcdef', k=4), rng.choices('abc', [1, 5, 2], k=3),
          rng.choices('abc', cum_weights=[1, 6, 8], k=3))
    cards = list(range(10))
    rng.shuffle(cards)
    print('  cards', cards, rng.sample(cards, 4), rng.sample(range(10**6), 3), rng.sample('xyz', 4, counts=[3, 2, 1]))
    print('  reals', rng.random(), rng.uniform(2, 4), rng.triangular(), rng.triangular(1, 5, 2), rng.triangular(3, 3, 3))
    print('  normal', rng.gauss(), rng.gauss(5, 2), rng.gauss(1), rng.gauss_next, rng.normalvariate(1, 3), rng.lognormvariate(0, 1))
    print('  others', rng.expovariate(2), rng.paretovariate(3), rng.weibullvariate(1, 2), rng.vonmisesvariate(1, 4),
          rng.vonmisesvariate(0, 0), rng.betavariate(2, 3))
    print('  gamma', rng.gammavariate(3, 2), rng.gammavariate(1, 2), rng.gammavariate(0.5, 2))
    print('  binomial', rng.binomialvariate(), rng.binomialvariate(20, 0.1), rng.binomialvariate(100, 0.7), rng.binomialvariate(9, 0))


class Counted:
    """A generator that everybody can work out by hand."""
    state = 12345

    def step(self):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return self.state


class Reals(Counted, random.Random):
    def random(self):
        return self.step() / 2**31


class Bits(Counted, random.Random):
    def getrandbits(self, k):
        whole = 0
        for _ in range(k):
            whole = whole * 2 + (self.step() >> 20) % 2
        return whole


class Both(Reals):
    def getrandbits(self, k):
        return Bits.getrandbits(self, k)


class BitsThenReals(Bits):
    def random(self):
        return self.step() / 2**31


class Plain(random.Random):
    pass


for cls in Reals, Bits, Both, BitsThenReals, Plain:
    print(cls.__name__)
    everything(cls(7))
    rng = cls(3)
    try:
        print('  bytes', rng.randbytes(5), rng.getrandbits(70))
    except Exception as e:
        print('  bytes', type(e).__name__, e)


class Half(random.Random):
    def random(self):
        return 0.5


print('Half', Half().randrange(100), Half().choice('abcde'), Half().sample(range(5), 1), Half().uniform(0, 10))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(Half().randrange(2**60), [str(each.message).split('\n')[0] for each in caught])

print('methods of an object')
rng = random.Random(1)
rng.random = lambda: 0.25
print(rng.uniform(0, 8), rng.choices('abcd'), rng.expovariate(), rng.randrange(1000))
rng.getrandbits = lambda k: 1
print(rng.randrange(1000), rng.randbytes(2), rng.choice('ab'))
del rng.random
print(rng.random(), rng.uniform(0, 8))


class Dice(random.Random):
    def randrange(self, *args):
        print('  randrange', args)
        return 4


print('what one method asks of another', Dice(1).randint(1, 6), Dice(1).choice('abc'))


class Noted(random.Random):
    def seed(self, a=None, version=2):
        print('  seed', a, version)
        super().seed(a, version)


print('seeds')
Noted()
Noted(4)
print(Noted(x=5).random(), random.Random(x=5).random(), random.Random(5).random())


class Named(random.Random):
    def __init__(self, name, *, seed):
        super().__init__(seed)
        self.name = name


named = Named('dice', seed=9)
print(named.name, named.randint(1, 6), named.random() == Named('other', seed=9).random())
for old in 'abc', b'abc', 'ä€', '':
    rng.seed(old, version=1)
    print(old, rng.random(), end=' ')
    rng.seed(old, 2)
    print(rng.random())

print('copies')
rng = random.Random(2)
rng.gauss()
for twin in copy.copy(rng), copy.deepcopy(rng), pickle.loads(pickle.dumps(rng)):
    print(type(twin).__name__, twin.gauss_next == rng.gauss_next, twin.getstate() == rng.getstate(), twin is rng)
print(rng.gauss_next, rng.VERSION)
rng.seed(2)
print(rng.gauss_next)
for wrong in (1, 2), (), {'y': 1}:
    try:
        print(random.Random(*wrong, **wrong if type(wrong) is dict else {}) is None)
    except TypeError:
        print('TypeError')


class Broken(random.Random):
    def random(self):
        raise LookupError('no more')


for method, args in ('uniform', (1, 2)), ('choice', ('ab',)), ('gauss', ()), ('shuffle', ([1, 2],)):
    try:
        getattr(Broken(), method)(*args)
    except LookupError as e:
        print(method, e)
