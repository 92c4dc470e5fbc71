# `return` in a `finally` swallows the cancellation: the task ends with a result.
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        return "swallowed"


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel()
    print(await task, task.cancelled())


asyncio.run(main())
