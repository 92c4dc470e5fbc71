# str() and repr() of a queue tell its size limit, items, who waits, and how many tasks are unfinished.
import asyncio


async def main():
    queue = asyncio.Queue(2)
    print(queue)
    waiting = [asyncio.create_task(queue.get()) for _ in range(2)]
    await asyncio.sleep(0)
    print(queue)
    for task in waiting:
        task.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    queue.put_nowait("a")
    queue.put_nowait({"b": 1})
    waiting = asyncio.create_task(queue.put("c"))
    await asyncio.sleep(0)
    print(queue)
    queue.get_nowait()
    await waiting
    print(asyncio.PriorityQueue(), asyncio.LifoQueue(3))
    queue.shutdown()
    print(queue)


asyncio.run(main())
