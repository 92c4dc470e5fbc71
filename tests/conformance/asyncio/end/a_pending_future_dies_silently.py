# A future that nobody completes and nobody keeps goes without a word; the task that waited for it does not.
import asyncio


async def waiter():
    await asyncio.get_running_loop().create_future()


async def main():
    future = asyncio.get_running_loop().create_future()
    del future
    task = asyncio.create_task(waiter(), name="waiter")
    await asyncio.sleep(1)
    print(task.done())
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
