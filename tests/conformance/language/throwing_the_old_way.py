"""throw(type, value, traceback), which CPython still takes, with a warning."""
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)


def catches():
    while True:
        try:
            yield "waiting"
        except KeyError as error:
            print("caught", repr(error), error.__traceback__.tb_lineno)


generator = catches()
next(generator)
try:
    raise KeyError("earlier")
except KeyError as error:
    earlier = error.__traceback__
for args in ((KeyError, "a"), (KeyError, KeyError("b"), None), (KeyError, None), (KeyError, ("c", "d")), (KeyError("e"), None, earlier),
             (KeyError("f"), 5), (KeyError, "g", 5), (5,), (int,), (KeyError("h"),)):
    try:
        print(generator.throw(*args))
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
        generator = catches()
        next(generator)
