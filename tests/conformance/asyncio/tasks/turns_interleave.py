# Each sleep(0) is one turn: tasks take turns in the order in which they were made.
import asyncio


async def worker(name, turns):
    for turn in range(turns):
        print(name, turn)
        await asyncio.sleep(0)
    return name


async def main():
    first = asyncio.create_task(worker("first", 3))
    second = asyncio.create_task(worker("second", 2))
    third = asyncio.create_task(worker("third", 1))
    print(await third, second.done(), first.done())
    print(await second, first.done())
    print(await first)


asyncio.run(main())
