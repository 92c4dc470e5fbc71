# async for, async with, async comprehensions and cleanup in their order.
import asyncio


class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0.1)
        print("open", self.name)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.1)
        print("close", self.name, kind.__name__ if kind else None)
        return kind is KeyError


async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.1)
            yield i
    finally:
        print("generator ends")


async def main():
    async with Resource("a") as a, Resource("b"):
        print("inside", a.name)
        raise KeyError("swallowed by b")
    async for n in numbers(3):
        print(n)
    print([n * n async for n in numbers(3)])
    print({n: await asyncio.sleep(0, n + 1) for n in range(2)})
    generator = numbers(5)
    print(await generator.__anext__())
    await generator.aclose()
    print(asyncio.get_running_loop().time())


asyncio.run(main())
