# What one comprehension binds is none of the next one's: there the name means what it means around the function.
x = 'global'
y = 'also global'


def after():
    first = [x for x in [1, 2]]
    return first, [x for _ in [1]], {x for _ in [1]}, {x: x for _ in [1]}


def nested():
    return [x for x in [1]], [[x for _ in [1]] for _ in [1]], [[x for x in [y]] for y in [x]], [x + y for _ in [1]]


def with_functions():
    makers = [lambda: x for x in [1, 2]]
    return [make() for make in makers], [(lambda: x)() for _ in [1]], [x for _ in [1]]


def before():
    return [x for _ in [1]], [x for x in [3]], x, [x for _ in [1]]


def its_own():
    x = 'own'
    return [x for x in [1]], [x for _ in [1]], x


def missing():
    first = [nowhere for nowhere in [1]]
    return [nowhere for _ in first]


class Body:
    first = [x for x in [1, 2]]
    second = [x for _ in [1]]


async def in_a_coroutine():
    return [x for x in [1]], [x for _ in [1]]


print(after())
print(nested())
print(with_functions())
print(before())
print(its_own())
print(Body.first, Body.second)
try:
    in_a_coroutine().send(None)
except StopIteration as stop:
    print(stop.value)
try:
    missing()
except NameError as e:
    print(type(e).__name__, e)
