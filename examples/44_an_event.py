# title: Everybody waits for the start
# group: Locks and signals
# look for: Three runners wait for one event; set() at 1 s wakes all of them in the order in which they came.
# from: Simul

import asyncio


async def runner(name, start):
    print(name, "is ready")
    await start.wait()
    print(name, "runs")


async def main():
    start = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for name in ("Ada", "Bob", "Cleo"):
            group.create_task(runner(name, start))
        await asyncio.sleep(1)
        print("go!")
        start.set()


asyncio.run(main())
