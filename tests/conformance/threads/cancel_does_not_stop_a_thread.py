# Cancelling what awaits a thread ends the waiting; the thread goes on, and asyncio.run waits for it at the end.
import asyncio
import time


def blocking():
    print("begins", time.monotonic())
    time.sleep(3)
    print("ends all the same", time.monotonic())


async def main():
    try:
        await asyncio.wait_for(asyncio.to_thread(blocking), 1)
    except TimeoutError:
        print("given up", time.monotonic())
    task = asyncio.create_task(asyncio.to_thread(blocking))
    await asyncio.sleep(0.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", time.monotonic())


asyncio.run(main())
print("after run", time.monotonic())
