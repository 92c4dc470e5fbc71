# itertools' endless iterators and what cuts them: count with floats, cycle, repeat, islice that leaves the rest alone.
from itertools import chain, count, cycle, dropwhile, islice, repeat, takewhile

print(list(islice(count(10, 5), 4)), list(islice(count(0.5, 0.25), 3)), count(3), count(1, 2), count(2.5))
lights = cycle(["red", "green", "yellow"])
print([next(lights) for _ in range(7)])
print(list(repeat("x", 3)), repeat("x", 2), repeat(None), list(map(pow, range(5), repeat(2))))
numbers = iter(range(10))
print(list(islice(numbers, 2, 6, 2)), list(numbers))
numbers = iter(range(10))
print(list(islice(numbers, 3)), next(numbers), list(islice(numbers, 0)), next(numbers))
print(list(takewhile(lambda n: n < 4, count())), list(dropwhile(str.isdigit, "12ab3")))
print(list(chain("ab", [1, 2], ())), list(chain.from_iterable([[1], [2, 3]])))
print(next(chain(), "nothing"), type(chain()), isinstance(chain(), chain))
for wrong in (lambda: islice([1]), lambda: islice([1], -1), lambda: islice([1], 0, 5, 0), lambda: islice([1], "a"),
              lambda: count("a"), lambda: cycle(3), lambda: next(iter(repeat(1, 0)))):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)


def explode():
    yield 1
    raise ValueError("in the source")


for item in chain([0], explode()):
    print(item)
