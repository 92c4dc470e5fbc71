# The frame of wait_for() has the gather, whose error keeps that frame: nobody tells of what they reach before a collection.
import asyncio
import gc


async def child():
    pass


async def forgetful(name):
    both = asyncio.gather(child())
    both.cancel()
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "is over")


async def main():
    for collect in (False, True):
        try:
            await asyncio.wait_for(asyncio.gather(forgetful(collect)), 1)
        except TimeoutError:
            print("too late")
        if collect:
            print("now")
            gc.collect()
            print("collected")
    try:
        await asyncio.wait_for(forgetful("a coroutine"), 1)
    except TimeoutError:
        print("too late")
    print("over")


asyncio.run(main())
