# Samples of a range far larger than memory, and what would not fit itself: a MemoryError, and the program goes on.
import random

random.seed(7)
print(random.sample(range(10**12), 3), random.sample(range(10**9), 5), random.sample(range(40), 40)[:5])
print(random.choices(range(10**15), k=2), random.choice(range(10**18)), random.randrange(10**30))
for wrong in (lambda: random.sample(range(5), 6), lambda: random.sample([], 1), lambda: random.choices([], k=1)):
    try:
        print(wrong())
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)
print(len(("a" * 1000).translate({97: "b" * 1000})), pow(2, 3, 5))
for wrong in (lambda: pow(2, 3, 1j), lambda: pow(2, 1j, 3), lambda: pow(2, 1.5, 3), lambda: pow(2, 3, 1.5), lambda: pow(2.0, 3, 4), lambda: pow(2, "a", 3)):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
