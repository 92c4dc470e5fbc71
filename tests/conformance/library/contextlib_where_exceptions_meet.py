"""with's managers where exceptions meet: what comes back from a generator, what an exit raises, who is asked for what."""
import asyncio
import contextlib
import sys
from contextlib import (AbstractAsyncContextManager, AbstractContextManager, AsyncContextDecorator, AsyncExitStack,
                        ContextDecorator, ExitStack, asynccontextmanager, contextmanager)

print(contextlib.__all__)


def chain(exc):
    out = []
    while exc is not None and len(out) < 9:
        out.append(f"{type(exc).__name__}{exc.args}" + ("!" if exc.__suppress_context__ else ""))
        exc = exc.__context__
    return out


def attempt(what, action):
    try:
        print(what, "->", action())
    except BaseException as exc:
        print(what, "raised", chain(exc), "cause", repr(exc.__cause__))


@contextmanager
def through(*wanted):
    """Lets through what it does not want."""
    try:
        yield "in"
    except wanted as exc:
        print("caught", repr(exc))


@contextmanager
def twice():
    try:
        yield 1
    except Exception:
        pass
    yield 2


@contextmanager
def never():
    return
    yield


@contextmanager
def other(make):
    try:
        yield
    except Exception as exc:
        raise make() from (exc if make is RuntimeError else None)


def leave(manager, exc=None):
    def act():
        with manager as got:
            if exc is not None:
                raise exc
        return got
    return act


for exc in (None, ValueError(1), StopIteration(2), RuntimeError(3), StopAsyncIteration(4), KeyboardInterrupt(5),
            GeneratorExit(6)):
    attempt(f"through {exc!r}", leave(through(), exc))
    attempt(f"through and caught {exc!r}", leave(through(BaseException), exc))
    attempt(f"twice {exc!r}", leave(twice(), exc))
    for make in (RuntimeError, KeyError, StopIteration):
        attempt(f"other {make.__name__} {exc!r}", leave(other(make), exc))
attempt("never", leave(never()))
m = through()
attempt("first", m.__enter__)
attempt("second", m.__enter__)
attempt("left", lambda: m.__exit__(None, None, None))
attempt("left again", lambda: m.__exit__(None, None, None))
m = through()
m.__enter__()
attempt("a class only", lambda: m.__exit__(ValueError, None, None))
m = twice()
m.__enter__()
attempt("a class only, twice", lambda: m.__exit__(ValueError, None, None))
print(through.__doc__, through.__wrapped__.__name__, through().__doc__, never().__doc__)


class Same:
    """Not a generator: it gives the thrown one back in all ways."""
    def __init__(self, how):
        self.how = how

    def __next__(self):
        return 0

    def throw(self, exc):
        if self.how == "same":
            raise exc
        if self.how == "caused":
            raise RuntimeError("x") from exc
        if self.how == "context":
            raise RuntimeError("x")
        return self.how

    def close(self):
        print("closed")


for how in ("same", "caused", "context", "value"):
    for exc in (StopIteration(), RuntimeError(), StopAsyncIteration(), OSError()):
        attempt(f"{how} {exc!r}", leave(contextmanager(Same)(how), exc))


@through(ZeroDivisionError)
def divide(a, b=0):
    "Divides."
    return a / b


print(divide(1), divide(4, 2), divide.__name__, divide.__doc__)


class Deco(ContextDecorator):
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *exc):
        print("exit", exc[0])
        return exc[0] is KeyError


@Deco()
def lookup(d, k):
    return d[k]


print(lookup({1: 2}, 1), lookup({}, 1))
attempt("lookup", lambda: lookup([], 5))


class Half:
    def __enter__(self):
        return self


class HalfAsync:
    async def __aexit__(self, *a):
        pass


class Full(Half):
    def __init__(self, name, answer=None, raises=None):
        self.name, self.answer, self.raises = name, answer, raises

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, typ, exc, tb):
        print("exit", self.name, typ, chain(exc), tb is not None, repr(sys.exception()))
        if self.raises:
            raise self.raises
        return self.answer


attempt("half", lambda: ExitStack().enter_context(Half()))
attempt("a number", lambda: ExitStack().enter_context(3))
attempt("push a number", lambda: ExitStack().push(3))


def run(*managers, first=None, calls=()):
    def act():
        with ExitStack() as stack:
            for manager in managers:
                stack.enter_context(manager)
            for call, args in calls:
                print(stack.callback(call, *args, key="k") is call)
            if first:
                raise first
        return "after"
    return act


def say(*args, **kwds):
    print("say", args, kwds)


def boom(*args, **kwds):
    raise IndexError(args)


attempt("plain", run(Full("a"), Full("b")))
attempt("swallowed", run(Full("a"), Full("b", True), first=ValueError("v")))
attempt("raised in b", run(Full("a"), Full("b", raises=KeyError("b")), first=ValueError("v")))
attempt("raised in both", run(Full("a", raises=TypeError("a")), Full("b", raises=KeyError("b")), first=ValueError("v")))
attempt("raised, swallowed", run(Full("a", 1), Full("b", raises=KeyError("b")), first=ValueError("v")))
attempt("swallowed, raised", run(Full("a", raises=KeyError("a")), Full("b", 1), first=ValueError("v")))
attempt("calls", run(Full("a"), calls=[(say, (1, 2)), (boom, (3,)), (say, ())]))
same = ValueError("same")
attempt("the same again", run(Full("a"), Full("b", raises=same), first=same))
linked = KeyError("linked")
linked.__context__ = OSError("deep")
attempt("with a chain of its own", run(Full("a"), Full("b", raises=linked), first=ValueError("v")))


def in_except():
    try:
        raise ArithmeticError("outside")
    except ArithmeticError:
        with ExitStack() as stack:
            stack.enter_context(Full("x", raises=KeyError("x")))
            stack.enter_context(Full("y", raises=OSError("y")))
            stack.callback(boom, 9)


attempt("in except", in_except)
stack = ExitStack()
stack.push(Full("pushed"))
print(stack.push(lambda *exc: print("function", exc)) is not None)
heir = stack.pop_all()
print(type(heir), stack.close(), heir.close())
heir = ExitStack()
heir.callback(say, 1)
wrapper = heir._exit_callbacks[0][1]
print(wrapper.__wrapped__ is say, heir._exit_callbacks[0][0])
attempt("no callback", lambda: heir.callback())

for exc in (None, KeyError(1), ExceptionGroup("g", [KeyError(1), OSError(2)]), ExceptionGroup("k", [KeyError(1)]), OSError(3)):
    attempt(f"suppress {exc!r}", leave(contextlib.suppress(KeyError, IndexError), exc))
print(contextlib.suppress(KeyError).__exit__(None, None, None), contextlib.suppress(KeyError).__exit__(OSError, None, None),
      contextlib.suppress(LookupError).__exit__(KeyError, None, None))

r = contextlib.redirect_stderr(sys.stdout)
with r as one, r as two:
    print(one is two is sys.stdout, sys.stderr is sys.stdout)
    print("to stdout", file=sys.stderr)
print(sys.stderr is sys.stdout)
with contextlib.closing(type("C", (), {"close": lambda self: print("close")})()) as c:
    print(type(c).__name__)
with contextlib.nullcontext(5) as five:
    print(five)


class A:
    def __enter__(self): pass
    def __exit__(self, *a): pass


class B(A):
    __exit__ = None


class D(AbstractContextManager):
    pass


class E(AbstractContextManager):
    def __exit__(self, *a):
        print(super().__exit__(*a))


print(issubclass(A, AbstractContextManager), issubclass(B, AbstractContextManager), issubclass(A, AbstractAsyncContextManager),
      issubclass(A, E), isinstance(A(), AbstractContextManager), AbstractContextManager[int],
      AbstractContextManager.__subclasshook__(A), E.__subclasshook__(A))
attempt("abstract", D)
with E() as e:
    print(type(e).__name__)


@asynccontextmanager
async def athrough(*wanted):
    try:
        yield "in"
        await asyncio.sleep(1)
    except wanted as exc:
        await asyncio.sleep(1)
        print("caught", repr(exc))


@asynccontextmanager
async def atwice():
    try:
        yield 1
    except Exception:
        pass
    yield 2


@asynccontextmanager
async def anever():
    return
    yield


async def aattempt(what, coro):
    try:
        print(what, "->", await coro, asyncio.get_running_loop().time())
    except BaseException as exc:
        print(what, "raised", chain(exc), "cause", repr(exc.__cause__), asyncio.get_running_loop().time())


async def aleave(manager, exc=None):
    async with manager as got:
        if exc is not None:
            raise exc
    return got


class AFull:
    def __init__(self, name, answer=None, raises=None):
        self.name, self.answer, self.raises = name, answer, raises

    async def __aenter__(self):
        await asyncio.sleep(1)
        return self.name

    async def __aexit__(self, typ, exc, tb):
        await asyncio.sleep(1)
        print("aexit", self.name, typ, chain(exc), tb is not None, repr(sys.exception()))
        if self.raises:
            raise self.raises
        return self.answer


async def acall(*args, **kwds):
    await asyncio.sleep(1)
    print("acall", args, kwds)


async def arun(*managers, first=None):
    async with AsyncExitStack() as stack:
        for manager in managers:
            if isinstance(manager, AFull):
                print(await stack.enter_async_context(manager))
            else:
                stack.enter_context(manager)
        print(stack.push_async_callback(acall, 1, two=2) is acall, stack.callback(say, 3) is say)
        stack.push_async_exit(AFull("pushed"))

        async def function(*exc):
            print("function", exc[0])
        print(stack.push_async_exit(function) is function)
        if first:
            raise first
    return "after"


@athrough(ZeroDivisionError)
async def adivide(a, b):
    return a / b


class ADeco(AsyncContextDecorator):
    async def __aenter__(self):
        print("aenter")

    async def __aexit__(self, *exc):
        print("aexit", exc[0])


@ADeco()
async def work(x):
    "Works."
    await asyncio.sleep(x)
    return x


async def main():
    for exc in (None, ValueError(1), StopIteration(2), RuntimeError(3), StopAsyncIteration(4), asyncio.CancelledError(5)):
        await aattempt(f"athrough {exc!r}", aleave(athrough(), exc))
        await aattempt(f"athrough, caught {exc!r}", aleave(athrough(BaseException), exc))
        await aattempt(f"atwice {exc!r}", aleave(atwice(), exc))
    await aattempt("anever", aleave(anever()))
    print(await adivide(1, 0), await adivide(4, 2), await work(2), work.__doc__)
    await aattempt("plain", arun(AFull("a"), Full("b")))
    await aattempt("swallowed", arun(AFull("a"), Full("b", 1), first=ValueError("v")))
    await aattempt("raised", arun(AFull("a", raises=KeyError("a")), Full("b", raises=OSError("b")), first=ValueError("v")))
    await aattempt("raised, swallowed", arun(AFull("a", 1), Full("b", raises=OSError("b")), first=ValueError("v")))
    await aattempt("half", AsyncExitStack().enter_async_context(HalfAsync()))
    await aattempt("wrong kind", AsyncExitStack().enter_async_context(Full("sync")))
    stack = AsyncExitStack()
    stack.push_async_callback(acall, 7)
    await stack.pop_all().aclose()
    await stack.aclose()

    async def waits():
        async with AsyncExitStack() as s:
            await s.enter_async_context(AFull("w"))
            s.push_async_callback(acall, "cancelled?")
            await asyncio.sleep(50)
    task = asyncio.create_task(waits())
    await asyncio.sleep(3)
    task.cancel()
    await asyncio.sleep(0.5)
    task.cancel()
    await aattempt("cancelled twice", task)

    class Closes:
        async def aclose(self):
            await asyncio.sleep(1)
            print("aclosed")
    async with contextlib.aclosing(Closes()) as c, contextlib.nullcontext(1) as one:
        print(type(c).__name__, one)
    print(issubclass(AFull, AbstractAsyncContextManager), issubclass(HalfAsync, AbstractAsyncContextManager))


asyncio.run(main())
