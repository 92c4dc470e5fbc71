# title: A thousand at once
# group: Waiting for many
# look for: A thousand requests of up to a second each: one after another they would take more than eight
#   minutes, together they take one second.
# from: Simul

import asyncio
import random


async def request(number):
    seconds = random.random()
    await asyncio.sleep(seconds)
    return seconds


async def main():
    seconds = await asyncio.gather(*(request(number) for number in range(1000)))
    print(f"{len(seconds)} answers, {sum(seconds):.0f} s of waiting")
    print(f"done in {asyncio.get_running_loop().time():.2f} s")


asyncio.run(main())
