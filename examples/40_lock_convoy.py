# title: Lock convoy: everybody behind one lock
# group: Watch
# look for: Five tasks need the same lock for 0.3 s each. Their own work would overlap, but they go one
#   after the other, like wagons: a staircase of blue behind long violet waits.
# truth: A lock held across an await makes others wait for as long as that await takes.
# from: Simul

import asyncio


async def client(name, lock):
    await asyncio.sleep(0.1)
    async with lock:
        print(name, "has the lock")
        await asyncio.sleep(0.3)
    await asyncio.sleep(0.1)


async def main():
    lock = asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        for name in ("A", "B", "C", "D", "E"):
            group.create_task(client(name, lock), name=name)


asyncio.run(main())
