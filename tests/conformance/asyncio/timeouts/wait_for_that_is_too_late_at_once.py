# wait_for() with no time left cancels what it was given, waits until that is over, and raises TimeoutError from the
# CancelledError that it gets: both have a frame of asyncio's.
import asyncio


async def main():
    await asyncio.wait_for(asyncio.shield(asyncio.sleep(1)), -1)


asyncio.run(main())
