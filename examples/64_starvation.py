# title: A greedy task
# group: When the loop is blocked
# look for: The greedy one computes for a long time between its waits; the clock, due every tenth of a second, ticks
#   late and out of step.
# from: Simul

import asyncio
import time


async def clock():
    loop = asyncio.get_running_loop()
    for tick in range(1, 6):
        await asyncio.sleep(0.1)
        late = loop.time() - tick * 0.1
        print(f"tick {tick}, {late:.2f} s late")


async def greedy():
    for part in range(3):
        time.sleep(0.25)  # stands for a long computation
        print("computed part", part)
        await asyncio.sleep(0)  # one turn for the others, and on


async def main():
    await asyncio.gather(clock(), greedy())


asyncio.run(main())
