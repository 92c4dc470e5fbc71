# A lock knows no owner: any task may release it, and releasing one that is free is an error.
import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    await asyncio.create_task(release(lock))
    print(await task, lock.locked())
    lock.release()
    await release(lock)

    semaphore = asyncio.Semaphore(1)
    semaphore.release()
    await semaphore.acquire()
    await semaphore.acquire()
    print(semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await release(bounded)

    condition = asyncio.Condition()
    for name, action in (("wait", condition.wait), ("notify", condition.notify), ("release", condition.release)):
        try:
            result = action()
            if name == "wait":
                await result
        except RuntimeError as error:
            print(name, error)
    queue = asyncio.Queue()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    event = asyncio.Event()
    event.clear()
    event.set()
    event.set()
    print(event.is_set())


async def release(lock):
    try:
        lock.release()
        print("released")
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)


asyncio.run(main())
