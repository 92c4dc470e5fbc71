# title: Producer and consumers, with a queue between them
# group: Watch
# look for: The queue holds two. The producer is faster than the consumers, so it soon waits for room;
#   each get() wakes it, and the three keep step.
# truth: A queue with a bound slows the producer down; without one it only grows.
# from: Simul

import asyncio


async def producer(queue):
    for item in range(8):
        await asyncio.sleep(0.1)
        await queue.put(item)
    print("all is made")


async def consumer(name, queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.4)
        print(name, "used", item)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    consumers = [asyncio.create_task(consumer(name, queue), name=name) for name in ("A", "B")]
    await producer(queue)
    await queue.join()
    for task in consumers:
        task.cancel()


asyncio.run(main())
