# warnings: filters and their refusals, how often each action lets one through, hooks, what is recorded, @deprecated on functions, coroutines and classes.
import asyncio
import inspect
import io
import sys
import warnings


def attempt(function, *args, **kwargs):
    try:
        print("gave", function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


for args in (("all",), ("loud",), ("ignore", 5), ("ignore", "", int), ("ignore", "", 5), ("ignore", "", Warning, 5), ("ignore", "", Warning, "", "1"), ("ignore", "", Warning, "", -1)):
    attempt(warnings.filterwarnings, *args)
for args in (("loud",), ("ignore", Warning, "1"), ("ignore", Warning, -1)):
    attempt(warnings.simplefilter, *args)
attempt(warnings.warn, "x", int)
attempt(warnings.warn, "x", "text")
attempt(warnings.catch_warnings(action="loud").__enter__)


def twice(action):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter(action)
        for word in ("a", "a", "b"):
            warnings.warn(word)
            warnings.warn(word)
        for _ in range(2):
            warnings.warn("c", RuntimeWarning)
        return [f"{each.category.__name__} {each.message}" for each in told]


for action in ("always", "default", "module", "once", "ignore"):
    print(action, twice(action))
with warnings.catch_warnings(record=True) as told:
    warnings.resetwarnings()
    warnings.filterwarnings("error", "bad .*thing", RuntimeWarning)
    warnings.filterwarnings("ignore", module="nowhere")
    warnings.filterwarnings("ignore", "quiet", append=True)
    warnings.filterwarnings("ignore", "quiet", append=True)
    print([(each[0], each[1] and each[1].pattern, each[2].__name__, each[3] and each[3].pattern, each[4]) for each in warnings.filters])
    attempt(warnings.warn, "BAD old thing", RuntimeWarning)
    attempt(warnings.warn, "bad old thing")
    warnings.warn("Quietly")
    warnings.warn_explicit("from elsewhere", UserWarning, "nowhere.py", 3)
    warnings.warn_explicit("from here", UserWarning, "somewhere.PY", 4)
    warnings.warn_explicit(RuntimeWarning("an instance"), UserWarning, "somewhere.py", 5, module="m")
    warnings.warn(DeprecationWarning("its own kind"), UserWarning)
print([f"{each.category.__name__} {each.message} {each.lineno if each.filename[:4] == 'some' else ''}" for each in told])
message = warnings.WarningMessage("text", UserWarning, "f.py", 3, line="the line")
print(message, message.source, message.file, warnings.WarningMessage("t", None, "f", 1)._category_name)
print(repr(warnings.formatwarning("text", UserWarning, "f.py", 3, "  the line ")), repr(warnings.formatwarning("text", UserWarning, "f.py", 3, "")), repr(warnings.formatwarning("text", UserWarning, "f.py", 3)))
out = io.StringIO()
warnings.showwarning("shown", UserWarning, "f.py", 7, out, "here")
print(repr(out.getvalue()))
guard = warnings.catch_warnings()
print(guard, warnings.catch_warnings(record=True))
attempt(guard.__exit__)
with guard:
    attempt(guard.__enter__)
    before = warnings.showwarning
    warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print("hook:", category.__name__, message, lineno > 0, file, line)
    warnings.simplefilter("always")
    warnings.warn("to the hook")
    with warnings.catch_warnings(record=True) as inner:
        warnings.warn("to the list")
    print(len(inner))
    warnings.warn("to the hook again")
print(warnings.showwarning is before)
with warnings.catch_warnings(action="error", category=RuntimeWarning):
    attempt(warnings.warn, "raised", RuntimeWarning)


# What is deprecated.
@warnings.deprecated("no more f")
def f(a, b=2):
    "F's words"
    return a + b


@warnings.deprecated("quiet", category=None)
def quiet():
    return "quiet"


@warnings.deprecated("no more g", category=RuntimeWarning, stacklevel=2)
def g():
    return 1


def through():
    return g()


@warnings.deprecated("no more c")
async def c():
    return "c"


@warnings.deprecated("no more Old")
class Old:
    def __init__(self, x=0):
        self.x = x


class Base:
    def __init_subclass__(cls, **kwargs):
        print("hook of", cls.__name__, kwargs)


@warnings.deprecated("no more Hooked")
class Hooked(Base):
    pass


@warnings.deprecated("no more Made")
class Made:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls)


@warnings.deprecated("no more Bare")
class Bare:
    pass


with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    print(f(1), quiet(), through(), f.__name__, f.__doc__, f.__deprecated__, quiet.__deprecated__, inspect.signature(f), inspect.iscoroutinefunction(c), c.__name__)
    print(asyncio.run(c()), Old(3).x, Old.__deprecated__, Old.__name__)

    class New(Old):
        pass

    class NewHooked(Hooked, option=1):
        pass

    print(New(4).x, isinstance(New(), Old))
    Made(1, 2)

    class NewMade(Made):
        pass

    NewMade(3)
    Bare()
    attempt(Bare, 1)
for each in told:
    print(each.category.__name__, each.message, each.lineno)
attempt(warnings.deprecated, 5)
attempt(warnings.deprecated("x"), 5)
