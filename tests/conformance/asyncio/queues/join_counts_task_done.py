# join() waits until task_done() was called for every item that was ever put, not until the queue is empty.
import asyncio


async def worker(queue):
    while True:
        seconds = await queue.get()
        print("works", seconds, "| queue is empty:", queue.empty())
        await asyncio.sleep(seconds)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    await queue.join()
    print("nothing was put: join() returns at once")
    for seconds in (1, 2):
        queue.put_nowait(seconds)
    task = asyncio.create_task(worker(queue))
    await queue.join()
    print("joined at", asyncio.get_running_loop().time())
    try:
        queue.task_done()
    except ValueError as error:
        print("ValueError:", error)
    task.cancel()


asyncio.run(main())
