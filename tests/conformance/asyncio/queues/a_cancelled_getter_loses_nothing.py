# A getter that is cancelled after it was woken, before it ran, leaves the item for the next one.
import asyncio


async def getter(name, queue):
    try:
        print(name, "got", await queue.get())
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise


async def main():
    queue = asyncio.Queue()
    first, second = (asyncio.create_task(getter(name, queue)) for name in ("first", "second"))
    await asyncio.sleep(1)
    queue.put_nowait("item")  # wakes the first
    first.cancel()
    await asyncio.wait([first, second])
    print(queue.empty(), asyncio.get_running_loop().time())
    task = asyncio.create_task(getter("third", queue))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    queue.put_nowait("later")
    print("still there:", queue.get_nowait())


asyncio.run(main())
