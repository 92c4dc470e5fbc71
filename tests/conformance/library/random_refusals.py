# What the draws of random refuse, and SystemRandom, whose numbers nobody seeds.
import random

draw = random.Random(3)


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: draw.choices([1, 2], 3))
attempt(lambda: draw.choices([1, 2], [1, 1], cum_weights=[1, 2]))
attempt(lambda: draw.sample([1, 2], 1, counts=[1]))
attempt(lambda: draw.sample([1, 2], 1, counts=[1.5, 1]))
attempt(lambda: draw.sample(["x", "y"], 3, counts=[2, 2]))
attempt(lambda: draw.setstate((9, 1, 2)))
attempt(lambda: draw.setstate((3, (1, 2), None)))
attempt(lambda: draw.randbytes(-1))
attempt(lambda: draw.random(3))
attempt(lambda: draw.expovariate(0))
attempt(lambda: draw.gammavariate(0, 1))
attempt(lambda: draw.betavariate(1, -1))

system = random.SystemRandom()
print(isinstance(system, random.Random), type(system), 0 <= system.random() < 1, system.choice("a"), system.randint(4, 4))
attempt(lambda: system.getstate())
attempt(lambda: system.setstate(draw.getstate()))
attempt(lambda: system.seed(1))
attempt(lambda: random.NoSuchThing)
