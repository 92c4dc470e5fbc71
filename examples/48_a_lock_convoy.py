# title: A convoy
# group: Locks and signals
# look for: All the work is done under one lock: five workers stand in line, and five workers take as long as one
#   would.
# from: Simul

import asyncio


async def worker(name, lock):
    for _ in range(2):
        async with lock:
            await asyncio.sleep(0.4)  # needs no lock at all: it could be done before taking it
            await asyncio.sleep(0.1)  # this needs it
        print(f"{asyncio.get_running_loop().time():.1f} {name}")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(name, lock) for name in "ABCDE"))


asyncio.run(main())
