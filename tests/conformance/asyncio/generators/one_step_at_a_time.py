# Two tasks cannot be inside one async generator: the second anext() is a RuntimeError, not a queue.
import asyncio


async def numbers():
    for n in range(3):
        await asyncio.sleep(1)
        yield n


async def step(name, generator):
    try:
        print(name, await anext(generator))
    except RuntimeError as error:
        print(name, "RuntimeError:", error)


async def main():
    generator = numbers()
    await asyncio.gather(step("first", generator), step("second", generator))
    print("afterwards", [n async for n in generator])


asyncio.run(main())
