# `with lock` is a TypeError, as is a lock called or awaited by itself: only `async with` and acquire() wait.
import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        with lock:
            pass
    except TypeError as error:
        print("TypeError:", error)
    try:
        await lock
    except TypeError as error:
        print("TypeError:", error)
    try:
        async with lock.acquire():
            pass
    except TypeError as error:
        print("TypeError:", error)
    print(lock.locked())


asyncio.run(main())
