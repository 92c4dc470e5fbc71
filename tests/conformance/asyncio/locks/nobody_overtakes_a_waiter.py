# release() does not hand the lock over at once, but a newcomer queues behind the waiter that was chosen.
import asyncio


async def waiter(name, lock):
    async with lock:
        print(name, "has it")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(waiter("first", lock))
    await asyncio.sleep(0)
    lock.release()
    print("locked right after release:", lock.locked())
    newcomer = asyncio.create_task(waiter("newcomer", lock))
    await lock.acquire()  # main itself is a newcomer as well
    print("main has it")
    lock.release()
    await asyncio.gather(first, newcomer)


asyncio.run(main())
