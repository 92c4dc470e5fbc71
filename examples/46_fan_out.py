# title: Fan-out: a thousand requests, fifty at a time
# group: Watch
# look for: A thousand tasks start at once, but a semaphore lets only fifty through. Drawn as one: the
#   violet ones still wait, the blue ones are on their way, and the block gets lower as they finish.
# from: Simul

import asyncio


async def request(number, slots):
    async with slots:
        await asyncio.sleep(0.1 + number % 7 * 0.01)


async def main():
    slots = asyncio.Semaphore(50)
    await asyncio.gather(*(request(number, slots) for number in range(1000)))
    print("a thousand answers")


asyncio.run(main())
