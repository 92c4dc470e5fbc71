# With return_exceptions=True failures and cancellations are results among others, in the order of the arguments.
import asyncio


async def value(n):
    await asyncio.sleep(0.3 - n / 10)
    return n


async def fails():
    await asyncio.sleep(0.1)
    raise KeyError("k")


async def main():
    stopped = asyncio.create_task(asyncio.sleep(10))
    stopped.cancel("not needed")
    results = await asyncio.gather(value(1), fails(), stopped, value(2), return_exceptions=True)
    for result in results:
        print(repr(result))


asyncio.run(main())
