# A lock that is taken twice by the same task is a deadlock.
import asyncio


async def transfer(lock):
    async with lock:
        async with lock:
            print("this is never printed")


async def main():
    lock = asyncio.Lock()
    await asyncio.create_task(transfer(lock))


asyncio.run(main())
