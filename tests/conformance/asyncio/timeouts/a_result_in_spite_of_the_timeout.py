# A coroutine that swallows the cancellation of wait_for() and returns: its result is given, no TimeoutError.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "half of it"


async def main():
    print(await asyncio.wait_for(stubborn(), timeout=1), asyncio.get_running_loop().time())
    async with asyncio.timeout(1) as limit:
        print(await stubborn())
    print(limit.expired(), asyncio.current_task().cancelling())


asyncio.run(main())
