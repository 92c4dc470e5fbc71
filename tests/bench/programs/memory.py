# Tasks that sleep. What one of them costs is measured while they do.
import asyncio

TASKS = 100_000


async def parked(seconds):
    await asyncio.sleep(seconds)


async def main():
    await asyncio.gather(*[parked(1) for _ in range(TASKS)])


asyncio.run(main())
print(TASKS)
