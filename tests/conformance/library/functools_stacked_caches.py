"""A cache around a cache keeps its own counts, and a plain wrapper around a cache has no cache_info."""
import functools


@functools.cache
@functools.lru_cache(maxsize=2)
def double(x):
    print("computes", x)
    return x * 2


for x in (1, 2, 3, 1, 1):
    print(double(x))
print(double.cache_info(), double.__wrapped__.cache_info())


def logged(function):
    @functools.wraps(function)
    def inner(*args):
        return function(*args)
    return inner


try:
    logged(double).cache_info()
except AttributeError as error:
    print(error)
