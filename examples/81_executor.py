# title: A pool of two threads, four calls
# group: Threads
# look for: Two calls run at a time; the third begins when the first thread is free, at 1 s. The loop
#   itself is idle all the while: the heartbeat never misses.
# from: Simul

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def compress(name, seconds):
    print(f"{name} begins")
    time.sleep(seconds)
    return f"{name} done"


async def heartbeat():
    while True:
        await asyncio.sleep(0.5)
        print("heartbeat")


async def main():
    loop = asyncio.get_running_loop()
    beating = asyncio.create_task(heartbeat())
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [
            loop.run_in_executor(pool, compress, name, seconds)
            for name, seconds in (("A", 1.0), ("B", 1.5), ("C", 1.0), ("D", 0.5))
        ]
        for job in asyncio.as_completed(jobs):
            print(await job)
    beating.cancel()


asyncio.run(main())
