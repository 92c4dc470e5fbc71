# A lock of threading held by a thread blocks the whole loop that wants it, and not only the task.
import asyncio
import threading
import time

lock = threading.Lock()


def holder():
    with lock:
        print("thread has the lock", time.monotonic())
        time.sleep(2)


async def ticker():
    while True:
        print("tick", time.monotonic())
        await asyncio.sleep(0.5)


async def main():
    tick = asyncio.create_task(ticker())
    await asyncio.sleep(0.75)
    threading.Thread(target=holder).start()
    print("main wants it", time.monotonic())
    with lock:
        print("main has it", time.monotonic())
    await asyncio.sleep(0)
    tick.cancel()


asyncio.run(main())
