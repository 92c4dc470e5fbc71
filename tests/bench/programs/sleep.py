# Fifty thousand tasks that each sleep once, for anything below a second. Prints how many.
import asyncio

TASKS = 50_000


def delays():
    x = 12345
    for _ in range(TASKS):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        yield x % 1_000_000 * 1e-6


async def naps(delay):
    await asyncio.sleep(delay)


async def main():
    await asyncio.gather(*[asyncio.create_task(naps(delay)) for delay in delays()])


asyncio.run(main())
print(TASKS)
