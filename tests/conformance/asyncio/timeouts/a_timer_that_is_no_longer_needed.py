# A body that ends in time cancels its timer: the loop does not wait for it at the end.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(100):
        await asyncio.sleep(1)
    print(await asyncio.wait_for(asyncio.sleep(1, "in time"), 1000), loop.time())
    try:
        async with asyncio.timeout(100):
            raise ValueError("passes through unchanged")
    except ValueError as error:
        print(repr(error), loop.time())


asyncio.run(main())
