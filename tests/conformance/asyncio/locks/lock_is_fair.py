# A lock is given in the order in which it was asked for; a newcomer does not overtake.
import asyncio


async def worker(name, lock, hold):
    async with lock:
        print(asyncio.get_running_loop().time(), name, "has it", lock.locked())
        await asyncio.sleep(hold)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(n, lock, 1) for n in "abc"))
    await lock.acquire()
    waiting = asyncio.create_task(worker("d", lock, 0))
    await asyncio.sleep(0)
    lock.release()
    newcomer = asyncio.create_task(worker("e", lock, 0))
    await lock.acquire()
    print("main has it again")
    lock.release()
    await asyncio.gather(waiting, newcomer)
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
