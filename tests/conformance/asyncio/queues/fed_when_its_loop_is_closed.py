# A queue that is fed when its loop is closed: who waits is not woken, and dies; its coroutine hands the item on to the next, who
# dies as well.
import asyncio

queue = asyncio.Queue()


async def main():
    for number in range(3):
        asyncio.create_task(queue.get(), name=f"getter {number}")
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
try:
    queue.put_nowait("item")
except RuntimeError as error:
    print(repr(error))
print("at the end", queue.qsize())
