# title: A hundred thousand sleepers
# group: Watch
# look for: A task costs little: a hundred thousand of them sleep side by side on one loop, each for
#   another time, and wake one after the other. One block, whose upper edge is how many still sleep.
# from: Simul

import asyncio


async def sleeper(number):
    await asyncio.sleep(1 + number % 1000 / 1000)


async def main():
    await asyncio.gather(*(sleeper(number) for number in range(100_000)))
    print("all awake")


asyncio.run(main())
