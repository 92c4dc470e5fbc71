# title: One fails, all stop
# group: Task groups
# look for: At 1 s one child fails. The group cancels the others, waits until they have cleaned up, and only
#   then raises.
# from: Simul

import asyncio


async def download(name, seconds):
    try:
        for percent in (50, 100):
            await asyncio.sleep(seconds / 2)
            print(name, percent, "%")
    except asyncio.CancelledError:
        await asyncio.sleep(seconds / 10)  # closes its connection
        print(name, "stopped and cleaned up")
        raise


async def broken():
    await asyncio.sleep(1)
    raise OSError("disk full")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(download("movie", 3))
            group.create_task(download("song", 1.2))
            group.create_task(broken())
    except* OSError as errors:
        print("failed:", errors.exceptions[0])


asyncio.run(main())
