# anext(generator, default) gives the default at the end; without one StopAsyncIteration is raised.
import asyncio


async def two():
    yield 1
    yield 2


async def main():
    generator = two()
    for _ in range(4):
        print(await anext(generator, "end"))
    try:
        await anext(generator)
    except StopAsyncIteration as error:
        print(repr(error))
    try:
        anext(iter([1]))
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
