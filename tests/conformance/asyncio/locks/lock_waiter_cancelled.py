# A waiter that is cancelled just as it gets the lock passes the wake-up on to the next one.
import asyncio


async def worker(name, lock):
    try:
        async with lock:
            print(name, "has it")
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(worker(n, lock)) for n in "abc"]
    await asyncio.sleep(0)
    lock.release()
    tasks[0].cancel()
    print(lock.locked())
    await asyncio.gather(*tasks, return_exceptions=True)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
