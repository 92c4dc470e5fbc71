# title: A pool of processes beside the loop
# group: Threads
# look for: The loop ticks on while two processes work. Each has its own copy of `done`, so the program's
#   list stays empty; what comes back is a copy too, pickled on its way.
# from: Simul

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor

done = []


def grind(name, seconds):
    time.sleep(seconds)
    done.append(name)
    return f"{name} after {done}"


async def clock():
    while True:
        await asyncio.sleep(0.4)
        print("the loop ticks")


async def main():
    loop = asyncio.get_running_loop()
    ticking = asyncio.create_task(clock())
    with ProcessPoolExecutor(max_workers=2) as pool:
        flour, coffee = await asyncio.gather(
            loop.run_in_executor(pool, grind, "flour", 1.0),
            loop.run_in_executor(pool, grind, "coffee", 0.6),
        )
    ticking.cancel()
    print(flour)
    print(coffee)
    print("done here:", done)


if __name__ == "__main__":
    asyncio.run(main())
