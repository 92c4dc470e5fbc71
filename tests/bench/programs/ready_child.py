# One task awaits a coroutine that returns at once, again and again. Prints how often.
import asyncio

TIMES = 300_000


async def child():
    return 1


async def main():
    total = 0
    for _ in range(TIMES):
        total += await child()
    assert total == TIMES


asyncio.run(main())
print(TIMES)
