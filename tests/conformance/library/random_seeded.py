# The Mersenne Twister: the same numbers for the same seed, whatever the seed is, and each method uses as many as in CPython.
import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.choice("abc"), random.uniform(1, 2), random.getrandbits(40), random.randrange(0, 100, 7))
letters = list("abcdefg")
random.shuffle(letters)
print(letters, random.sample(range(100), 5), random.choices("abc", [5, 1, 1], k=6), random.sample("aab", 2, counts=[1, 1, 5]), random.choices([1, 2], cum_weights=[1, 10], k=3))
print(random.gauss(0, 1), random.normalvariate(5, 2), random.expovariate(2), random.triangular(0, 10, 3), random.betavariate(1, 2), random.paretovariate(3), random.lognormvariate(0, 1), random.vonmisesvariate(1, 2), random.gammavariate(2, 3), random.weibullvariate(1, 2))
own = random.Random("text")
twin = random.Random("text")
print(own.random() == twin.random(), own.random() != random.random(), random.Random(3.5).random(), random.Random(b"x").random(), random.Random(-7).random() == random.Random(7).random(), random.Random(2**100).randint(0, 9))
state = own.getstate()
first = [own.randint(0, 9) for _ in range(5)]
own.setstate(state)
print(first == [own.randint(0, 9) for _ in range(5)], own.randbytes(4), random.Random(1).sample([1, 2, 3], 3), random.Random(1).randrange(10**30))
for wrong in (lambda: random.randint(2, 1), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1), lambda: random.randrange(0), lambda: random.choices([], k=1), lambda: random.choices([1], [1, 2]), lambda: random.randint(1.5, 2), lambda: random.shuffle((1, 2)), lambda: random.seed([1]), lambda: random.randrange(1, 5, 0), lambda: random.choices([1, 2], [0, 0]), lambda: random.getrandbits(-1), lambda: random.sample([1, 2], -1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
