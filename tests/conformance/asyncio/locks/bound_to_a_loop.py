# A lock or queue belongs to the loop in which somebody first waited for it.
import asyncio

lock = asyncio.Lock()
queue = asyncio.Queue()
event = asyncio.Event()


async def contend():
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    await task
    lock.release()


async def wait_for_item():
    await asyncio.wait_for(queue.get(), 1)


asyncio.run(contend())
asyncio.run(asyncio.wait_for(lock.acquire(), 1))  # free: nobody has to wait
lock.release()
for attempt in (contend, wait_for_item, wait_for_item, lambda: asyncio.wait_for(event.wait(), 1), event.wait):
    try:
        asyncio.run(attempt())
    except (RuntimeError, TimeoutError) as error:
        print(type(error).__name__, str(error).split(" object at")[0].split(" at 0x")[0], str(error).endswith("different event loop"))
