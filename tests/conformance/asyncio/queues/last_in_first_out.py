# LifoQueue gives the newest first; a waiting getter takes what comes before anything can be put on top.
import asyncio


async def getter(queue):
    while True:
        print("got", await queue.get())
        queue.task_done()


async def main():
    queue = asyncio.LifoQueue()
    for n in range(3):
        queue.put_nowait(n)
    task = asyncio.create_task(getter(queue))
    await queue.join()
    for n in range(3, 6):
        queue.put_nowait(n)
        await asyncio.sleep(0)
    await queue.join()
    task.cancel()


asyncio.run(main())
