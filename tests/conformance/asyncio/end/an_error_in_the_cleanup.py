# An exception out of a task that is cancelled at the end is reported, and main's result is returned all the same.
import asyncio


async def worker():
    try:
        await asyncio.sleep(100)
    finally:
        raise OSError("cannot save")


async def main():
    asyncio.create_task(worker(), name="worker")
    await asyncio.sleep(1)
    return "result"


print(asyncio.run(main()))
