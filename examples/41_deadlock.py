# title: Deadlock: two locks, taken in two orders
# group: Watch
# look for: From 0.1 s on A holds the first lock and wants the second, B holds the second and wants the
#   first. A timeout ends it at 1 s; the await graph at 0.5 s is a circle.
# truth: No task is at fault by itself. Take locks in the same order everywhere, and it cannot happen.
# from: Simul

import asyncio


async def transfer(name, first, second):
    async with first:
        print(name, "has its first lock")
        await asyncio.sleep(0.1)
        async with second:
            print(name, "has both")


async def main():
    one, two = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(transfer("A", one, two), name="A")
                group.create_task(transfer("B", two, one), name="B")
    except TimeoutError:
        print("nobody could go on")


asyncio.run(main())
