# A coroutine may swallow the CancelledError and return: then the task is not cancelled.
import asyncio


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(5)
            return "slept"
        except asyncio.CancelledError:
            print("refused", attempt)
            asyncio.current_task().uncancel()
    return "gave in"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    for _ in range(2):
        task.cancel()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    print(await task, task.cancelled(), task.cancelling())
    print(asyncio.get_running_loop().time())


asyncio.run(main())
