from __future__ import annotations
import asyncio, collections, dataclasses as dc, enum, functools, heapq, itertools, json, operator, random, time, typing as T, uuid
class EventBus:
    def __init__(self): self._subs: dict[str, list[T.Callable[..., T.Awaitable]]] = collections.defaultdict(list)
    def on(self, name: str):
        def deco(fn): self._subs[name].append(fn); return fn
        return deco
    async def emit(self, name, /, **payload):
        return await asyncio.gather(*(fn(**payload) for fn in self._subs[name]), return_exceptions=True)
bus = EventBus()
@bus.on("user.created")
async def welcome(*, name, **_): await asyncio.sleep(.1); return f"welcome {name}"
@bus.on("user.created")
async def audit(**kw): raise RuntimeError(f"audit failed: {sorted(kw)}")
class State(enum.Enum):
    CLOSED = enum.auto(); OPEN = enum.auto(); HALF_OPEN = enum.auto()
class CircuitOpen(Exception): ...
class Breaker:
    def __init__(self, fails=2, reset=1.0): self.state, self.fails, self.reset, self.count, self.opened = State.CLOSED, fails, reset, 0, 0.0
    def __call__(self, fn):
        @functools.wraps(fn)
        async def inner(*a, **k):
            loop = asyncio.get_running_loop()
            if self.state is State.OPEN:
                if loop.time() - self.opened + 1e-9 < self.reset: raise CircuitOpen(f"{fn.__name__} is open")
                self.state = State.HALF_OPEN
            try: r = await fn(*a, **k)
            except Exception:
                self.count += 1
                if self.count >= self.fails or self.state is State.HALF_OPEN: self.state, self.opened = State.OPEN, loop.time()
                raise
            self.count, self.state = 0, State.CLOSED
            return r
        return inner
breaker = Breaker()
@breaker
async def unstable(ok): 
    await asyncio.sleep(.05)
    if not ok: raise OSError(5, "io")
    return "fine"
@dc.dataclass(order=True)
class Job:
    prio: int
    run_at: float
    name: str = dc.field(compare=False)
    deps: set[str] = dc.field(default_factory=set, compare=False)
class Scheduler:
    def __init__(self): self.heap: list[Job] = []; self.done: list[str] = []; self.cond = asyncio.Condition()
    async def add(self, job):
        async with self.cond: heapq.heappush(self.heap, job); self.cond.notify()
    async def worker(self, wid):
        while True:
            async with self.cond:
                await self.cond.wait_for(lambda: any(j.deps <= set(self.done) for j in self.heap))
                job = min((j for j in self.heap if j.deps <= set(self.done))); self.heap.remove(job); heapq.heapify(self.heap)
            await asyncio.sleep(job.run_at)
            async with self.cond: self.done.append(job.name); self.cond.notify_all()
            print(f"{asyncio.get_running_loop().time() - T0:.2f} w{wid} did {job.name}")
class AsyncLRU:
    def __init__(self, n): self.n, self.d, self.pending = n, collections.OrderedDict(), {}
    def __call__(self, fn):
        async def inner(*a):
            if a in self.d: self.d.move_to_end(a); return self.d[a]
            if a in self.pending: return await asyncio.shield(self.pending[a])
            self.pending[a] = t = asyncio.ensure_future(fn(*a))
            try: self.d[a] = r = await t
            finally: del self.pending[a]
            if len(self.d) > self.n: self.d.popitem(last=False)
            return r
        return inner
@AsyncLRU(2)
async def slow(x): print("computing", x); await asyncio.sleep(.2); return x * x
async def main():
    global T0
    T0 = asyncio.get_running_loop().time()
    for r in await bus.emit("user.created", name="ada", id=1): print(repr(r))
    for ok in (False, False, True, True):
        try: print(await unstable(ok))
        except (OSError, CircuitOpen) as e: print(type(e).__name__, e, breaker.state)
    await asyncio.sleep(1); print(await unstable(True), breaker.state)
    s = Scheduler(); ws = [asyncio.create_task(s.worker(i)) for i in range(2)]
    for j in (Job(3, .1, "c", {"a", "b"}), Job(1, .3, "a"), Job(2, .1, "b"), Job(0, .1, "d", {"c"})): await s.add(j)
    async with s.cond: await s.cond.wait_for(lambda: len(s.done) == 4)
    for w in ws: w.cancel()
    print(await asyncio.gather(*ws, return_exceptions=True), s.done)
    print(await asyncio.gather(slow(2), slow(2), slow(3)), await slow(2), await slow(4), await slow(3))
    async def first(*coros):
        ts = [asyncio.create_task(c) for c in coros]
        try:
            for f in asyncio.as_completed(ts):
                try: return await f
                except Exception as e: print("lost", e)
        finally:
            for t in ts: t.cancel()
    async def bad(): raise ValueError("no")
    print(await first(asyncio.sleep(.3, "slow"), bad(), asyncio.sleep(.1, "fast")))
    stop = asyncio.Event(); ticks = []
    async def ticker():
        while not stop.is_set():
            ticks.append(round(asyncio.get_running_loop().time() - T0, 2))
            try: await asyncio.wait_for(stop.wait(), .25)
            except TimeoutError: pass
    async with asyncio.TaskGroup() as tg:
        tg.create_task(ticker()); tg.create_task(asyncio.sleep(.6)).add_done_callback(lambda _: stop.set())
    print(len(ticks))
    b = asyncio.Barrier(3)
    async def at(i): await asyncio.sleep(i / 10); n = await b.wait(); return i, n
    print(sorted(await asyncio.gather(*map(at, range(3)))))
asyncio.run(main())
