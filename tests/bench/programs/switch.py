# A thousand tasks that each give up their turn a hundred times. Prints how often that was.
import asyncio

TASKS, TIMES = 1000, 100


async def switches():
    for _ in range(TIMES):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[asyncio.create_task(switches()) for _ in range(TASKS)])


asyncio.run(main())
print(TASKS * TIMES)
