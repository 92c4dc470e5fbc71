# An exception raised below an await and caught above it. Prints how often.
import asyncio

TIMES = 100_000


async def child(n):
    raise ValueError(n)


async def main():
    caught = 0
    for n in range(TIMES):
        try:
            await child(n)
        except ValueError:
            caught += 1
    assert caught == TIMES


asyncio.run(main())
print(TIMES)
