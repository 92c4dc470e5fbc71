# When a child fails while the group is being cancelled from outside, the failure wins over the CancelledError.
# (The documentation says that the errors are combined in the group; the source raises the group and drops the cancellation.)
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("cleanup failed")


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except ExceptionGroup as group:
        print(repr(group), "requests:", task.cancelling())
    print(task.cancelled())


asyncio.run(main())
