# A timeout can be moved while it runs: later, off with None, on again; when() tells its deadline.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as limit:
            print(limit.when())
            limit.reschedule(loop.time() + 3)
            await asyncio.sleep(2)
            limit.reschedule(None)
            print(loop.time(), limit.when())
            await asyncio.sleep(5)
            limit.reschedule(loop.time() + 1)
            await asyncio.sleep(5)
    except TimeoutError:
        print(loop.time(), limit.expired(), limit.when())
    async with asyncio.timeout(None) as limit:
        await asyncio.sleep(1)
    print(limit.expired(), limit.when())


asyncio.run(main())
