# A free place of a semaphore goes to the oldest waiter; a cancelled waiter passes it on.
import asyncio


async def worker(name, semaphore, seconds):
    async with semaphore:
        print(asyncio.get_running_loop().time(), name, "in")
        await asyncio.sleep(seconds)


async def main():
    semaphore = asyncio.Semaphore(2)
    tasks = [asyncio.create_task(worker(name, semaphore, s)) for name, s in (("a", 1), ("b", 3), ("c", 1), ("d", 1), ("e", 1))]
    await asyncio.sleep(1)
    print("a leaves; c is chosen, and cancelled before it runs:", tasks[2].cancel())
    await asyncio.wait(tasks)
    print(tasks[2].cancelled(), semaphore.locked())


asyncio.run(main())
