# A queue is not as fair as a lock: a get_nowait() between the wake-up of a getter and its turn takes the item away.
import asyncio


async def getter(queue):
    print("getter got", await queue.get(), "at", asyncio.get_running_loop().time())


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(getter(queue))
    await asyncio.sleep(0)
    queue.put_nowait("early")
    print("the newcomer got", queue.get_nowait())
    await asyncio.sleep(1)
    print("the getter waits again:", not task.done())
    queue.put_nowait("late")
    await task


asyncio.run(main())
