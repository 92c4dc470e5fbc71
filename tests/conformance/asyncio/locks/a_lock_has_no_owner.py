# asyncio.Lock has no owner: any task may release it, and two releases need two acquires.
import asyncio


async def opener(lock):
    await asyncio.sleep(1)
    print("released by another task")
    lock.release()


async def main():
    lock = asyncio.Lock()
    print(await lock.acquire(), lock.locked())
    asyncio.create_task(opener(lock))
    await lock.acquire()
    print("acquired again at", asyncio.get_running_loop().time())
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
