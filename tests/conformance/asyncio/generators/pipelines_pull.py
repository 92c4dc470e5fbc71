# A pipeline of async generators pulls: an item goes through all stages before the next is begun.
import asyncio


async def source():
    for n in range(3):
        print("source", n)
        yield n


async def slow(stage, items):
    async for item in items:
        await asyncio.sleep(1)
        print(stage, item)
        yield item


async def main():
    async for item in slow("second", slow("first", source())):
        print("sink", item, asyncio.get_running_loop().time())


asyncio.run(main())
