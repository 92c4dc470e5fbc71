# A task that is cancelled before it began never runs a line of its body.
import asyncio


async def child():
    print("this is never printed")


async def main():
    task = asyncio.create_task(child())
    print("cancel says", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", task.cancelled())
    print("cancel again says", task.cancel())


asyncio.run(main())
