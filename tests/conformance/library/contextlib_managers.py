# contextlib: a generator as a context manager, what it may do with an exception, and what is an error.
import contextlib
from contextlib import closing, contextmanager, nullcontext, redirect_stdout, suppress
import io
import sys


@contextmanager
def tag(name):
    "Writes a tag."
    print(f"<{name}>")
    try:
        yield name.upper()
    except KeyError as error:
        print("swallowed", error)
    finally:
        print(f"</{name}>")


with tag("b") as inside:
    print(inside)
with tag("i"):
    raise KeyError("lost")
try:
    with tag("u"):
        raise ValueError("kept")
except ValueError as error:
    print("outside", error, error.__traceback__.tb_lineno)


@tag("p")
def decorated(x):
    print("decorated", x)


decorated(1)
decorated(2)
print(tag.__name__, tag.__doc__, tag("x").__doc__)

with suppress(ZeroDivisionError, KeyError):
    print(1 / 0)
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])
out = io.StringIO()
with redirect_stdout(out):
    print("captured")
print(repr(out.getvalue()), nullcontext(5).__enter__())


class Door:
    def close(self): print("door closed")


with closing(Door()) as door:
    print("door", type(door).__name__)


@contextmanager
def never():
    return
    yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def replaces():
    try:
        yield
    except ValueError:
        raise RuntimeError("another")


for manager in (never, twice, replaces):
    try:
        with manager():
            if manager is replaces:
                raise ValueError("first")
    except Exception as error:
        print(type(error).__name__, error, "| context:", repr(error.__context__))


class Both(contextlib.AbstractContextManager, contextlib.ContextDecorator):
    def __exit__(self, *exc):
        print("exit", exc[0])


@Both()
def run(): print("running")


run()
with tag("last"):
    raise LookupError("to the end")
