# contextlib.ExitStack: managers entered one by one leave in the opposite order, each sees what the later ones raised.
from contextlib import ExitStack, contextmanager


@contextmanager
def resource(name, swallow=False):
    print("open", name)
    try:
        yield name
    except Exception as error:
        print(name, "sees", repr(error))
        if not swallow:
            raise
    finally:
        print("close", name)


with ExitStack() as stack:
    names = [stack.enter_context(resource(n)) for n in "abc"]
    stack.callback(print, "callback", 1, sep=":")
    print(names)
with ExitStack() as stack:
    stack.enter_context(resource("outer", swallow=True))
    stack.enter_context(resource("inner"))
    raise ValueError("oops")
print("went on")
with ExitStack() as stack:
    stack.enter_context(resource("moved"))
    later = stack.pop_all()
print("not closed yet")
later.close()


def failing(*exc):
    print("exit gets", exc[0])
    raise KeyError("while leaving")


try:
    with ExitStack() as stack:
        stack.push(failing)
        raise ValueError("first")
except KeyError as error:
    print(repr(error), repr(error.__context__))
try:
    ExitStack().enter_context(3)
except TypeError as error:
    print(error)
with ExitStack() as stack:
    stack.push(lambda *exc: True)
    raise ValueError("swallowed")
with ExitStack() as stack:
    stack.callback(print, "cleanup")
    1 / 0
