"""AsyncExitStack and context managers of every kind."""
import asyncio
import contextlib
import io
import sys
from contextlib import (AsyncExitStack, ExitStack, asynccontextmanager, closing, aclosing, contextmanager, nullcontext,
                        redirect_stdout, redirect_stderr, suppress, AbstractAsyncContextManager, ContextDecorator, AsyncContextDecorator, chdir)


class Res(AbstractAsyncContextManager):
    def __init__(self, name, *, fail_enter=False, fail_exit=False, swallow=False):
        self.name, self.fail_enter, self.fail_exit, self.swallow = name, fail_enter, fail_exit, swallow

    async def __aenter__(self):
        await asyncio.sleep(0.01)
        print("enter", self.name)
        if self.fail_enter:
            raise OSError(f"{self.name} enter")
        return self

    async def __aexit__(self, et, ev, tb):
        print("exit", self.name, et and et.__name__, ev)
        if self.fail_exit:
            raise RuntimeError(f"{self.name} exit")
        return self.swallow


@asynccontextmanager
async def gen(name):
    print("gen in", name)
    try:
        yield name
    except ValueError as e:
        print("gen saw", e)
        raise KeyError(name) from e
    finally:
        print("gen out", name)


@contextmanager
def bad():
    yield 1
    yield 2


@contextmanager
def never():
    return
    yield


class timed(ContextDecorator):
    def __enter__(self): print("<"); return self
    def __exit__(self, *e): print(">", [type(x).__name__ for x in e]); return False


@timed()
def decorated(a): return a * 2


@asynccontextmanager
async def adeco():
    print("[")
    yield
    print("]")


@adeco()
async def adecorated(): return 5


async def agen():
    try:
        for i in range(5): yield i
    finally:
        print("agen closed")


async def main():
    async with AsyncExitStack() as st:
        a = await st.enter_async_context(Res("a"))
        st.callback(print, "callback", end="!\n")
        st.push_async_callback(asyncio.sleep, 0.1)
        n = await st.enter_async_context(gen("g"))
        st.push(lambda *e: print("pushed", e[0]))
        f = st.enter_context(closing(io.StringIO("x\ny")))
        print(a.name, n, f.read().split())
        kept = st.pop_all()
    print("after", f.closed)
    await kept.aclose()
    print(f.closed)
    try:
        async with AsyncExitStack() as st:
            await st.enter_async_context(Res("swallower", swallow=True))
            await st.enter_async_context(Res("b", fail_exit=True))
            await st.enter_async_context(gen("h"))
            raise ValueError("body")
        print("swallowed")
        async with Res("c", fail_exit=True), Res("d"):
            raise ValueError("two")
    except RuntimeError as e:
        print(repr(e), repr(e.__context__))
    for cm in (bad, never):
        try:
            with cm() as v:
                print(v)
        except RuntimeError as e:
            print(e)
    try:
        with bad():
            raise ValueError("in bad")
    except (RuntimeError, ValueError) as e:
        print(repr(e))
    print(decorated(2), await adecorated(), await adecorated())
    async with aclosing(agen()) as g:
        async for x in g:
            if x == 2: break
    buf = io.StringIO()
    with redirect_stdout(buf), redirect_stderr(buf):
        print("hidden"); print("err", file=sys.stderr)
    print(repr(buf.getvalue()), nullcontext(3).__enter__())
    async with nullcontext(4) as four: print(four)
    with suppress(ZeroDivisionError, KeyError): 1 / 0
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1)])
    print("group suppressed")
    for thing in (3, Res("x"), timed):
        try:
            with thing: pass
        except (TypeError, AttributeError) as e:
            print(type(e).__name__, e)
    try:
        async with timed(): pass
    except TypeError as e:
        print(e)
    try:
        await AsyncExitStack().enter_async_context(3)
    except TypeError as e:
        print(e)
    try:
        ExitStack().enter_context(Res("y"))
    except TypeError as e:
        print(e)
    cm = gen("once")
    async with cm: pass
    try:
        async with cm: pass
    except Exception as e:
        print(type(e), e)
    with ExitStack() as s:
        for i in range(3): s.callback(lambda i=i: print("cb", i))
        s.callback(lambda: 1 / 0)
        s.callback(lambda: {}["k"])
asyncio.run(main())
