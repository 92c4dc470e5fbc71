# get_nowait() and put_nowait() raise QueueEmpty and QueueFull; maxsize 0 or less means no limit.
import asyncio


async def main():
    queue = asyncio.Queue(1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    queue.put_nowait("one")
    try:
        queue.put_nowait("two")
    except asyncio.QueueFull as error:
        print(repr(error))
    for maxsize in (0, -5):
        queue = asyncio.Queue(maxsize)
        for n in range(100):
            queue.put_nowait(n)
        print(queue.maxsize, queue.qsize(), queue.full())


asyncio.run(main())
