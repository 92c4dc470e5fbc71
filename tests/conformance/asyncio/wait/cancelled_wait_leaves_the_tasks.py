# Cancelling a task inside wait() does not cancel what it waits for, unlike await, gather and wait_for.
import asyncio


async def child():
    await asyncio.sleep(3)
    return "survived"


async def waiter(task):
    await asyncio.wait([task])


async def main():
    task = asyncio.create_task(child())
    waiting = asyncio.create_task(waiter(task))
    await asyncio.sleep(1)
    waiting.cancel()
    await asyncio.wait([waiting])
    print(waiting.cancelled(), task.done())
    print(await task)


asyncio.run(main())
