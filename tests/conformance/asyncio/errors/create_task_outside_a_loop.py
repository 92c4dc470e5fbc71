# The beginner's first error: create_task() without a running loop; the traceback comes first, the warning about the coroutine after it.
import asyncio


async def child():
    print("this is never printed")


asyncio.create_task(child())
