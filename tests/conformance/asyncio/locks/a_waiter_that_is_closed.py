# Who waits for a lock or a semaphore and is cancelled after having been woken passes the turn on. A coroutine that is closed then
# does not: the lock stays free, and the next in line sleeps on until somebody else comes and leaves.
import asyncio


async def holder(lock):
    async with lock:
        print("next in line has it at", asyncio.get_running_loop().time())


async def give_up(lock):
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except TimeoutError:
        print("nobody got it for a second")


async def closed_when_woken(lock):
    print(type(lock).__name__)
    await lock.acquire()
    first = lock.acquire()
    first.send(None)
    task = asyncio.create_task(holder(lock))
    await asyncio.sleep(0)
    lock.release()
    first.close()
    await asyncio.sleep(0.5)
    print("taken:", lock.locked(), "next in line is done:", task.done())
    await give_up(lock)
    await asyncio.wait([task], timeout=1)
    print("next in line is done:", task.done())


async def main():
    await closed_when_woken(asyncio.Lock())
    await closed_when_woken(asyncio.Semaphore())


asyncio.run(main())
