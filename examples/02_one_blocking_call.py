# title: One blocking call, four tasks
# group: Start here
# look for: At 0.5 s report calls time.sleep and nobody else may run: A and C are due long before they
#   are called, and both are done only at 1.5 s.
# from: Simul

import asyncio
import time


async def worker(name, delay):
    print(f"{name} starts")
    await asyncio.sleep(delay)
    print(f"{name} done")


async def report():
    await asyncio.sleep(0.5)
    time.sleep(1.0)
    print("report written")


async def main():
    await asyncio.gather(
        worker("A", 1.0),
        worker("B", 2.0),
        worker("C", 0.75),
        report(),
    )


asyncio.run(main())
