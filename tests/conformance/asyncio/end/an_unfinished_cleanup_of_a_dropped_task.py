# A task that was cancelled but never awaited still runs its cleanup, because the end waits for it.
import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(2)
        print("clean at", asyncio.get_running_loop().time())


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    task.cancel()
    print("main does not wait for it")


asyncio.run(main())
