# asyncio.timeout() turns its own cancellation into TimeoutError at the end of the block, and can be moved.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as limit:
            print(limit, limit.when())
            await asyncio.sleep(5)
    except TimeoutError:
        print("too late at", loop.time(), limit.expired(), limit)
    async with asyncio.timeout(1) as limit:
        limit.reschedule(loop.time() + 3)
        await asyncio.sleep(2)
    print("in time at", loop.time(), limit.expired(), limit)
    async with asyncio.timeout(None) as limit:
        print(limit)
        await asyncio.sleep(1)
    try:
        async with asyncio.timeout_at(loop.time() + 1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("the body sees a cancellation")
                raise
    except TimeoutError:
        print("and outside it is a timeout at", loop.time())
    try:
        limit.reschedule(9)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
