# With return_exceptions a cancelled child is a new CancelledError in the list, with an empty string for a message.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    if n == 3:
        raise ValueError(n)
    return n


async def main():
    tasks = [asyncio.create_task(child(n)) for n in (1, 2, 3)]
    await asyncio.sleep(0)
    tasks[1].cancel("skip")
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(results)
    print([isinstance(result, BaseException) for result in results], results[2] is tasks[2].exception())


asyncio.run(main())
