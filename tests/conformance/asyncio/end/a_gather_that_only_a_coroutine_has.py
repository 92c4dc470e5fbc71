# What only the frames of a coroutine had dies as that coroutine is closed at the end: a failed gather before the task itself.
import asyncio


async def child():
    await asyncio.sleep(10)


async def worker():
    both = asyncio.gather(child())
    await asyncio.sleep(0)
    both.cancel()
    try:
        await asyncio.sleep(10)
    finally:
        print("closed")


async def main():
    asyncio.create_task(worker(), name="worker")
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
