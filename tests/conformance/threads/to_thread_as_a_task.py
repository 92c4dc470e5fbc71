# A task of asyncio.to_thread() shows where asyncio has that function: while it waits, and when it is done.
import asyncio
import time


def fails():
    time.sleep(1)
    raise OSError("in the thread")


async def main():
    task = asyncio.create_task(asyncio.to_thread(fails), name="job")
    print(task)
    await asyncio.sleep(0.5)
    print(task)
    await asyncio.wait([task])
    print(task)


asyncio.run(main())
