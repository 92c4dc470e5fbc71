# What __exit__ returns decides whether an error goes on; @contextmanager sees it at its yield, ExitStack unwinds backwards.
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress
import io


@contextmanager
def step(name, swallow=None):
    print("enter", name)
    try:
        yield name.upper()
    except Exception as error:
        print(name, "sees", repr(error))
        if swallow is None or not isinstance(error, swallow):
            raise
    finally:
        print("leave", name)


with step("a") as a, step("b", KeyError) as b:
    print(a, b)
    raise KeyError("lost")
print("went on")
try:
    with step("c"), step("d"):
        raise ValueError("out")
except ValueError as error:
    print("outside", error)
with ExitStack() as stack:
    for name in "xy":
        stack.enter_context(step(name, ValueError))
    stack.callback(print, "callback", sep="|")
    stack.push(lambda kind, error, trace: print("pushed", kind and kind.__name__) or False)
    raise ValueError("in the stack")
with suppress(ZeroDivisionError, LookupError):
    print({}["missing"])
with nullcontext(5) as five, redirect_stdout(io.StringIO()) as out:
    print("hidden", five)
print(repr(out.getvalue()))
stack = ExitStack()
stack.enter_context(step("late"))
kept = stack.pop_all()
stack.close()
print("not yet")
kept.close()


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@step("as a decorator")
def work():
    print("working")


work()
for wrong in (lambda: never().__enter__(), lambda: twice_used(), lambda: ExitStack().enter_context(5), lambda: exec("with 5: pass"), lambda: exec("with Door(): pass")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
try:
    with twice():
        pass
except RuntimeError as error:
    print(error)
