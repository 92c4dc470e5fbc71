# When the names are gone, a task that waits in a queue is closed, and Queue.get() cancels its future. In a loop that was
# closed before, that fails, and the failure is reported; the loop that is set as the current one is never closed.
import asyncio

queue = asyncio.Queue()


async def take():
    await queue.get()


async def main():
    asyncio.create_task(take(), name="taker")


runner = asyncio.Runner()
runner.run(main())
