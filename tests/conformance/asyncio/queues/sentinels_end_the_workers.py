# The old way to end workers: one sentinel each, behind all the work.
import asyncio

STOP = object()


async def worker(name, queue):
    count = 0
    while (item := await queue.get()) is not STOP:
        await asyncio.sleep(item)
        count += 1
    return name, count, asyncio.get_running_loop().time()


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(worker(name, queue)) for name in "ab"]
    for seconds in (3, 1, 1, 1, 2):
        queue.put_nowait(seconds)
    for _ in tasks:
        queue.put_nowait(STOP)
    print(await asyncio.gather(*tasks), queue.qsize())


asyncio.run(main())
