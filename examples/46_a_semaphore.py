# title: Three at a time
# group: Locks and signals
# look for: Seven downloads, but only three run at any moment; the next begins in the very turn in which one ends.
# from: Simul

import asyncio


async def download(name, seconds, places):
    async with places:
        print(name, "begins")
        await asyncio.sleep(seconds)
        print(name, "done")


async def main():
    places = asyncio.Semaphore(3)
    seconds = {"a": 1, "b": 2, "c": 1.5, "d": 1, "e": 0.5, "f": 1, "g": 0.5}
    await asyncio.gather(*(download(name, s, places) for name, s in seconds.items()))


asyncio.run(main())
