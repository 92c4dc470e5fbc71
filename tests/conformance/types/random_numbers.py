# Random numbers: every line is an expression, and what it gives or raises. Made by tests/vm/make_expression_programs.py.
import random

def show(text, function):
    try:
        result = repr(function())
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(text, "->", result)


class Number:
    """Converts where it is asked to."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __float__(self):
        return float(self.value)

    def __repr__(self):
        return f"Number({self.value})"


class Key:
    """Equal to other keys of the same letter, without regard to case."""

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return isinstance(other, Key) and self.text.lower() == other.text.lower()

    def __hash__(self):
        return hash(self.text.lower())

    def __lt__(self, other):
        return self.text < other.text

    def __repr__(self):
        return f"<{self.text}>"


def same(value):
    return value


def filled(function, start):
    """start after function(start), and what it gave."""
    result = function(start)
    return start, result


show('random.random(), random.randint(1, 6), random.randrange(100), random.uniform(1, 2), random.choice("abc"), random.getrandbits(70)', lambda: (random.random(), random.randint(1, 6), random.randrange(100), random.uniform(1, 2), random.choice("abc"), random.getrandbits(70)))
show('random.seed(42), random.random(), random.randint(1, 100), [random.randrange(10) for _ in range(8)], random.sample(range(100), 5), random.choices("abc", k=5)', lambda: (random.seed(42), random.random(), random.randint(1, 100), [random.randrange(10) for _ in range(8)], random.sample(range(100), 5), random.choices("abc", k=5)))
show('random.seed("text"), random.random(), random.seed(1.5), random.random(), random.seed(-3), random.random(), random.seed(b"ab"), random.random(), random.seed(2**100), random.random()', lambda: (random.seed("text"), random.random(), random.seed(1.5), random.random(), random.seed(-3), random.random(), random.seed(b"ab"), random.random(), random.seed(2**100), random.random()))
show('random.seed(7), filled(random.shuffle, list(range(10))), random.gauss(0, 1), random.gauss(5, 2), random.expovariate(1.5), random.triangular(), random.triangular(1, 5, 2), random.betavariate(2, 3)', lambda: (random.seed(7), filled(random.shuffle, list(range(10))), random.gauss(0, 1), random.gauss(5, 2), random.expovariate(1.5), random.triangular(), random.triangular(1, 5, 2), random.betavariate(2, 3)))
show('random.seed(8), random.choices([1, 2, 3], weights=[5, 1, 1], k=6), random.choices("ab", cum_weights=[1, 3], k=4), random.sample("abcdef", 3), random.sample([1, 2], k=2, counts=[2, 2]), random.randrange(5, 50, 5), random.randrange(10**30), random.randbytes(4)', lambda: (random.seed(8), random.choices([1, 2, 3], weights=[5, 1, 1], k=6), random.choices("ab", cum_weights=[1, 3], k=4), random.sample("abcdef", 3), random.sample([1, 2], k=2, counts=[2, 2]), random.randrange(5, 50, 5), random.randrange(10**30), random.randbytes(4)))
show('random.seed(9), random.normalvariate(0, 1), random.lognormvariate(0, 1), random.gammavariate(2, 1), random.gammavariate(0.5, 1), random.vonmisesvariate(0, 4), random.paretovariate(3), random.weibullvariate(1, 2)', lambda: (random.seed(9), random.normalvariate(0, 1), random.lognormvariate(0, 1), random.gammavariate(2, 1), random.gammavariate(0.5, 1), random.vonmisesvariate(0, 4), random.paretovariate(3), random.weibullvariate(1, 2)))
show('(lambda r: (r.random(), r.randint(1, 10), r.choice([1, 2, 3])))(random.Random(5)), random.Random("x").random()', lambda: ((lambda r: (r.random(), r.randint(1, 10), r.choice([1, 2, 3])))(random.Random(5)), random.Random("x").random()))
show('(lambda state: (random.random(), random.setstate(state), random.random()))(random.getstate())[0] >= 0', lambda: ((lambda state: (random.random(), random.setstate(state), random.random()))(random.getstate())[0] >= 0))
show('random.choice([])', lambda: (random.choice([])))
show('random.randint(5, 1)', lambda: (random.randint(5, 1)))
show('random.randrange(0)', lambda: (random.randrange(0)))
show('random.randrange(5, 5)', lambda: (random.randrange(5, 5)))
show('random.sample([1], 2)', lambda: (random.sample([1], 2)))
show('random.sample({1}, 1)', lambda: (random.sample({1}, 1)))
show('random.choices([], k=1)', lambda: (random.choices([], k=1)))
show('random.seed([])', lambda: (random.seed([])))
show('random.randint("a", 2)', lambda: (random.randint("a", 2)))
