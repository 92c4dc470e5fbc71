# async for, async with, async generators, async comprehensions, __await__: without and with suspension.
import asyncio

class Ticker:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0.5)
        return self.n

class Resource:
    async def __aenter__(self):
        await asyncio.sleep(0.1)
        print("opened")
        return self
    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0.1)
        print("closed", kind and kind.__name__)
        return kind is KeyError

class Delay:
    def __init__(self, s): self.s = s
    def __await__(self):
        yield from asyncio.sleep(self.s).__await__()
        return f"after {self.s}"

async def agen(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0.25)
    finally:
        print("agen closed")

async def main():
    async for x in Ticker(3):
        print("tick", x)
    else:
        print("else")
    async with Resource() as r:
        print("using", type(r).__name__)
    async with Resource():
        raise KeyError("swallowed")
    try:
        async with Resource():
            raise ValueError("passes")
    except ValueError as e:
        print("caught", e)
    print(await Delay(1.5))
    print([x async for x in agen(3)], [x async for x in agen(4) if x % 2])
    print({x: await Delay(x / 10) for x in range(2)})
    async for x in agen(5):
        if x == 1: break
    print("after break")
    g = agen(2)
    print(await g.__anext__(), await anext(g))
    try:
        await anext(g)
    except StopAsyncIteration:
        print("exhausted")
    async def echo():
        got = yield "first"
        while True:
            got = yield f"got {got}"
    e = echo()
    print(await e.asend(None), await e.asend(1), await e.asend(2))
    await e.aclose()

asyncio.run(main())
