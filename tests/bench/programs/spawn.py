# A hundred thousand tasks that end at once, gathered. Prints how many.
import asyncio

TASKS = 100_000


async def child(value):
    return value


async def main():
    results = await asyncio.gather(*[asyncio.create_task(child(i)) for i in range(TASKS)])
    assert sum(results) == TASKS * (TASKS - 1) // 2


asyncio.run(main())
print(TASKS)
