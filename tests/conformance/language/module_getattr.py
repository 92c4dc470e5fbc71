# A module's __getattr__ written in Python gives what the module lacks, also when it is called at once.
import bisect


def missing(name):
    if name in ("nothing", "__path__"):
        raise AttributeError(f"really no {name}")

    def answer(*args, **kwargs):
        return name, args, kwargs
    return answer


bisect.__getattr__ = missing
print(bisect.first(1, 2, x=3), bisect.second()[0])
print(bisect.bisect_left([1, 3], 2))
from bisect import third
print(third("imported"))
try:
    bisect.nothing(1)
except AttributeError as error:
    print(error)
try:
    from bisect import nothing
except ImportError as error:
    print(error.name, error.msg.split(" (")[0])
