# A task that is cancelled inside Condition.wait() takes the lock again before the CancelledError is raised.
import asyncio


async def waiter(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError:
            print("cancelled at", asyncio.get_running_loop().time(), "holding the lock:", condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(1)
    async with condition:
        task.cancel()
        await asyncio.sleep(3)
        print("main leaves the lock at", asyncio.get_running_loop().time())
    await asyncio.wait([task])
    print(task.cancelled(), condition.locked())


asyncio.run(main())
