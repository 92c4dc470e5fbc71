# A thread's sleep and a task's sleep that end at one instant: the thread goes first.
import asyncio
import time


def in_thread(name, seconds):
    time.sleep(seconds)
    print("thread", name, time.monotonic())


async def in_task(name, seconds):
    await asyncio.sleep(seconds)
    print("task", name, time.monotonic())


async def main():
    async with asyncio.TaskGroup() as group:
        for seconds in (2, 1):
            group.create_task(in_task("before", seconds))
            group.create_task(asyncio.to_thread(in_thread, "between", seconds))
            group.create_task(in_task("after", seconds))


asyncio.run(main())
