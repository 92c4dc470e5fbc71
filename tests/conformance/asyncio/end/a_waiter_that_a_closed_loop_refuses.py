# As a coroutine is closed at the end it hands its semaphore on, which a closed loop refuses: who was to be woken dies at once,
# before the task of that coroutine speaks.
import asyncio

semaphore = asyncio.BoundedSemaphore()


async def holds(seconds):
    async with semaphore:
        await asyncio.sleep(seconds)


async def main():
    for _ in range(3):
        asyncio.create_task(holds(1))
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("at the end")
