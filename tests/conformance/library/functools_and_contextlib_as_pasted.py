import functools, contextlib, asyncio, operator, sys
from functools import singledispatch, singledispatchmethod, cached_property, total_ordering, lru_cache, cache, partial, partialmethod, reduce, wraps, cmp_to_key
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager, suppress, redirect_stdout, nullcontext, closing, aclosing, chdir, ContextDecorator, AbstractAsyncContextManager

class Fmt:
    @singledispatchmethod
    def show(self, arg): return f"obj {arg!r}"
    @show.register
    def _(self, arg: int): return f"int {arg}"
    @show.register(list)
    @show.register(tuple)
    def _seq(self, arg): return "seq " + ",".join(map(self.show, arg))
    @show.register
    def _(self, arg: str | bytes): return f"text {arg!r}"
    @singledispatchmethod
    @classmethod
    def make(cls, x): return cls, x
    @make.register
    @classmethod
    def _(cls, x: float): return "float", x
f = Fmt()
print(f.show(1), f.show([1, "a", b"b", None, True]), f.show({}), Fmt.make(1.5), Fmt.make(3)[1])
@singledispatch
def area(s): raise NotImplementedError(f"no area for {type(s).__name__}")
@area.register
def _(s: complex): return s.real * s.imag
area.register(dict, lambda d: d["w"] * d["h"])
print(area(2+3j), area({"w": 2, "h": 4}), sorted(t.__name__ for t in area.registry), area.dispatch(bool).__name__)
try: area("x")
except NotImplementedError as e: print(e)
try:
    @area.register
    def _(s): pass
except TypeError as e: print(e)
@total_ordering
class V:
    def __init__(self, *p): self.p = p
    def __eq__(self, o): return self.p == o.p if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.p < o.p if isinstance(o, V) else NotImplemented
    def __repr__(self): return "V" + repr(self.p)
    __hash__ = None
print(V(1) <= V(1), V(2) > V(1), sorted([V(2), V(1, 3)]), max(V(0), V(0, 0)))
try: V(1) >= 3
except TypeError as e: print(e)
try: {V(1)}
except TypeError as e: print(e)
@lru_cache(maxsize=2)
def sq(x): print("  computing", x); return x * x
sq(1); sq(2); sq(1); sq(3); sq(2)
print(sq.cache_info(), sq.cache_parameters(), sq.__wrapped__(4)); sq.cache_clear(); print(sq.cache_info())
try: sq([1])
except TypeError as e: print(e)
class Data:
    @cached_property
    def total(self): print("  once"); return 42
    def scaled(self, k, *, off=0): return self.total * k + off
    double = partialmethod(scaled, 2); plus = partialmethod(scaled, 1, off=5)
d = Data(); print(d.total, d.total, d.double(), d.plus(), d.__dict__, Data.total.attrname)
del d.total; print(d.total)
p = partial(int, base=2); print(p("101"), p, p.func, p.keywords, partial(print, "a", sep="-")("b"))
print(reduce(operator.add, [[1], [2]], []), sorted("bA", key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))

class Res(AbstractAsyncContextManager):
    def __init__(self, n): self.n = n
    async def __aenter__(self): print("enter", self.n); return self
    async def __aexit__(self, t, e, tb): print("exit", self.n, t and t.__name__); return self.n == 2 and t is ValueError
@asynccontextmanager
async def timer(name):
    loop = asyncio.get_running_loop(); t = loop.time()
    try: yield name
    except KeyError as e: print("swallowed", e)
    finally: print(name, f"took {loop.time() - t:.1f}")
async def cleanup(*a): print("cleanup", a)
async def main():
    async with AsyncExitStack() as stack:
        rs = [await stack.enter_async_context(Res(i)) for i in (1, 2, 3)]
        stack.push_async_callback(cleanup, 1, 2); stack.callback(print, "sync callback")
        stack.enter_context(suppress(ZeroDivisionError))
        raise ValueError("x")
    print("after")
    async with timer("t") as n:
        await asyncio.sleep(.3); raise KeyError(n)
    @timer("deco")
    async def fn(): await asyncio.sleep(.1); return "ret"
    print(await fn(), await fn())
    try:
        async with AsyncExitStack() as s:
            await s.enter_async_context(Res(5)); moved = s.pop_all(); raise RuntimeError("boom")
    except RuntimeError as e: print(e)
    await moved.aclose()
    async with nullcontext(3) as x: print(x)
    @asynccontextmanager
    async def bad(): 
        if False: yield
    try:
        async with bad(): pass
    except RuntimeError as e: print(e)
    @asynccontextmanager
    async def twice(): yield; yield
    try:
        async with twice(): pass
    except RuntimeError as e: print(e)
    try:
        async with 3: pass
    except TypeError as e: print(e)
    try:
        with timer("x"): pass
    except TypeError as e: print(e)
asyncio.run(main())
@contextmanager
def tag(n): print(f"<{n}>"); yield; print(f"</{n}>")
@tag("p")
def para(): print("text")
para()
with ExitStack() as st:
    for n in "ab": st.enter_context(tag(n))
    print("in")
