# A semaphore may begin at 0 but not below; release() without acquire() adds a place; only a bounded one refuses that.
import asyncio


async def main():
    for make in (asyncio.Semaphore, asyncio.BoundedSemaphore):
        try:
            make(-1)
        except ValueError as error:
            print(make.__name__, "ValueError:", error)
    semaphore = asyncio.Semaphore(0)
    print(semaphore.locked())
    asyncio.get_running_loop().call_later(1, semaphore.release)
    print(await semaphore.acquire(), asyncio.get_running_loop().time())
    semaphore.release()
    semaphore.release()
    await semaphore.acquire()
    await semaphore.acquire()
    print("two places now:", semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        pass
    try:
        bounded.release()
    except ValueError as error:
        print("ValueError:", error)


asyncio.run(main())
