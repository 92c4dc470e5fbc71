# queue.join() waits for ever when a worker forgets task_done().
import asyncio


async def worker(queue):
    while True:
        print("did", await queue.get())


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(worker(queue))
    for n in range(2):
        queue.put_nowait(n)
    await queue.join()
    task.cancel()


asyncio.run(main())
