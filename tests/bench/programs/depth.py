# One task gives up its turn again and again, a hundred awaits deep. Prints how often.
import asyncio

DEPTH, TIMES = 100, 20_000


async def below(depth):
    if depth > 1:
        await below(depth - 1)
    else:
        for _ in range(TIMES):
            await asyncio.sleep(0)


asyncio.run(below(DEPTH))
print(TIMES)
