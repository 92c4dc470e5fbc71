# put() waits while the queue is full; the consumer's pace becomes the producer's.
import asyncio


async def producer(queue):
    for n in range(5):
        await queue.put(n)
        print(asyncio.get_running_loop().time(), "put", n, "size", queue.qsize())


async def main():
    queue = asyncio.Queue(maxsize=2)
    task = asyncio.create_task(producer(queue))
    for _ in range(5):
        await asyncio.sleep(1)
        print(asyncio.get_running_loop().time(), "got", await queue.get(), "full:", queue.full())
    await task
    print(queue.empty(), queue.maxsize)


asyncio.run(main())
