# A deadline that is already over cancels in the next turn, not at once: work without a pause still finishes.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(5)
    try:
        async with asyncio.timeout_at(2) as limit:
            print("still runs")
            await asyncio.sleep(0)
            print("this is never printed")
    except TimeoutError:
        print("timeout at", loop.time())
    async with asyncio.timeout(-1):
        print("a body that never waits is never cancelled")
    try:
        async with asyncio.timeout(10) as limit:
            limit.reschedule(0)
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout at", loop.time())


asyncio.run(main())
