# title: Three workers, one loop
# group: Start here
# look for: Three sleeps overlap, so the whole takes 2 s and not 3.75: C ends first, then A, then B.
# from: Simul

import asyncio


async def worker(name, seconds):
    print(f"{name} starts")
    await asyncio.sleep(seconds)
    print(f"{name} done")


async def main():
    await asyncio.gather(
        worker("A", 1.0),
        worker("B", 2.0),
        worker("C", 0.75),
    )


asyncio.run(main())
