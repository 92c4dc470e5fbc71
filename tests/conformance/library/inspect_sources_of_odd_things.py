# The source of what begins or ends oddly: decorated twice, lambdas within a list, strings that look like code.
import contextlib
import functools
import inspect


def twice(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper


@twice
@twice
def decorated(a,
              b=(1,
                 2)):
    """Text
def not_a_definition():
"""
    # within
    if a:

        return b

    # behind
x = 5


async def gathered(): return [i
    for i in range(3)]


class Kept:
    @property
    def p(self):
        return 1

    @p.setter
    def p(self, value): pass

    async def stacked(self):
        async with contextlib.AsyncExitStack():
            pass

    class Inner:
        z = 2
    text = lambda self: \
        3


pair = [lambda x: x + 1, lambda y: y]
table = {"k": lambda: 0,
         "j": 2}
last = sorted([3], key=lambda v:
              -v)
for thing in (decorated, gathered, Kept, Kept.p.fget, Kept.p.fset, Kept.stacked, Kept().stacked, Kept.Inner, Kept.text,
              *pair, table["k"], twice):
    lines, first = inspect.getsourcelines(thing)
    print(first, "".join(lines), end="----\n")
for thing in (len, 3, int):
    try:
        inspect.getsource(thing)
    except TypeError as error:
        print(error)
exec("def made(): pass")
try:
    inspect.getsource(made)
except OSError as error:
    print(error)
