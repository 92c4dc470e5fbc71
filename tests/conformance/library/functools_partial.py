# functools.partial keeps positional and keyword arguments; wraps copies a function's face; reduce folds.
import functools
import operator
from functools import partial, partialmethod, reduce, wraps

shout = partial(print, "hey", sep="-", end="!\n")
shout("you")
shout("you", sep="+")
basetwo = partial(int, base=2)
print(basetwo("101"), basetwo.func, basetwo.args, basetwo.keywords, basetwo)
nested = partial(partial(pow, 2), 3)
print(nested(), nested.func, nested.args)
basetwo.note = "an attribute"
print(basetwo.note, basetwo.__dict__)


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        print("call", function.__name__, args, kwargs)
        return function(*args, **kwargs)
    return wrapper


@logged
def add(a: int, b: int = 1) -> int:
    "Adds."
    return a + b


print(add(1, b=5), add.__name__, add.__doc__, add.__annotations__, add.__wrapped__(2, 2), add.__qualname__)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state):
        self.alive = state

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, state=False)


cell = Cell()
cell.set_alive()
print(cell.alive)
cell.set_dead()
print(cell.alive)

print(reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a + b, "abc", "x"), reduce(max, [], 7))
print(sorted("bca", key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))))
for wrong in (lambda: reduce(operator.add, []), lambda: partial(), lambda: partial(3), lambda: reduce(operator.add, 3)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
partial(add, "x")(1)
