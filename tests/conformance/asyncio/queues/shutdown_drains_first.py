# After shutdown() nothing can be put, but what is in the queue can still be got; then get() raises QueueShutDown.
import asyncio


async def consumer(queue):
    try:
        while True:
            print("got", await queue.get())
            await asyncio.sleep(1)
            queue.task_done()
    except asyncio.QueueShutDown as error:
        print("consumer:", repr(error), "at", asyncio.get_running_loop().time())


async def main():
    queue = asyncio.Queue()
    for n in range(3):
        queue.put_nowait(n)
    task = asyncio.create_task(consumer(queue))
    queue.shutdown()
    for put in (queue.put_nowait, queue.put):
        try:
            result = put("late")
            await result
        except asyncio.QueueShutDown:
            print("put is refused")
    await queue.join()
    await task
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown:
        print("get_nowait is refused")


asyncio.run(main())
