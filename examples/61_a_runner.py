# title: One loop, several runs
# group: Under the hood
# look for: A Runner keeps its loop between two run() calls: the task that the first one started goes on in the
#   second.
# from: Simul

import asyncio


async def ticker():
    while True:
        await asyncio.sleep(1)
        print("tick")


async def start():
    asyncio.create_task(ticker())
    await asyncio.sleep(1.5)
    print("first run ends")


async def go_on():
    await asyncio.sleep(2)
    print("second run ends")


with asyncio.Runner() as runner:
    runner.run(start())
    runner.run(go_on())
print("closed: the ticker was cancelled")
