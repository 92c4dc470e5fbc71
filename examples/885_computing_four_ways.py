# title: Computing, four ways
# group: Compare
# look for: Four tasks compute for a second each. One loop needs four seconds, and so do threads, because of the
#   GIL: the tab Compare shows who has it when. Only processes are faster, one on each core.
# from: seed 003, threads and asyncio; seed 004, CPU-bound programs

import asyncio
import time

TASKS = 4  # slider: 1 to 16


def crunch():
    time.sleep(1)  # computing: a stand-in for one second of work


async def worker(name):
    crunch()
    print(f"{time.monotonic():.1f} s  worker {name} is done")


async def main():
    await asyncio.gather(*(worker(n) for n in range(TASKS)))


asyncio.run(main())
