# title: Values that take time
# group: Async generators
# look for: "async for" waits for each value; between two of them other tasks run.
# from: Simul

import asyncio


async def thermometer():
    for degrees in (18, 19, 21, 24):
        await asyncio.sleep(1)
        yield degrees


async def ticker():
    while True:
        await asyncio.sleep(0.5)
        print("tick")


async def main():
    task = asyncio.create_task(ticker())
    async for degrees in thermometer():
        print(degrees, "degrees")
    task.cancel()
    print("warm days:", [degrees async for degrees in thermometer() if degrees > 20])


asyncio.run(main())
