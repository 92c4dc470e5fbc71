# First in, first out; last in, first out; smallest first.
import asyncio


async def main():
    for make in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = make()
        for item in (5, 3, 8, 1, 9, 2, 7):
            await queue.put(item)
        print(make.__name__, [queue.get_nowait() for _ in range(queue.qsize())])
    queue = asyncio.PriorityQueue()
    for item in ((2, "b"), (1, "z"), (2, "a"), (1, "y")):
        queue.put_nowait(item)
    print([await queue.get() for _ in range(4)])
    queue = asyncio.Queue()
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.shutdown()
    try:
        await getter
    except asyncio.QueueShutDown:
        print("shut down")


asyncio.run(main())
