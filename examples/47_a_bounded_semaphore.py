# title: One release too many
# group: Locks and signals
# look for: A plain Semaphore takes a release too many for a new place and lets one more in; a
#   BoundedSemaphore raises ValueError.
# from: Simul

import asyncio


async def main():
    plain, bounded = asyncio.Semaphore(1), asyncio.BoundedSemaphore(1)
    for semaphore in (plain, bounded):
        async with semaphore:
            pass
        try:
            semaphore.release()  # a mistake: it was released at the end of the block
            print(type(semaphore).__name__, "now has two places, and nobody noticed")
        except ValueError as error:
            print(type(semaphore).__name__, "says:", error)


asyncio.run(main())
