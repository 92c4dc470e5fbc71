# A forgotten asend() or aclose() warns as a "coroutine method"; a generator that nobody iterates says nothing.
import asyncio


async def numbers():
    yield 1
    yield 2


async def main():
    generator = numbers()
    generator.asend(None)
    generator.aclose()
    numbers()
    print(await anext(generator))
    await generator.aclose()


asyncio.run(main())
