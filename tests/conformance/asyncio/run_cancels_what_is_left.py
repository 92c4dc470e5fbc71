# asyncio.run() cancels the tasks that are left when main returns, and waits for their cleanup.
import asyncio


async def background(name):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, "is cancelled")
        await asyncio.sleep(1)
        print(name, "is clean")
        raise


async def main():
    one = asyncio.create_task(background("one"))
    two = asyncio.create_task(background("two"))
    await asyncio.sleep(0.5)
    print("main ends", one.done(), two.done())
    return "result"


print(asyncio.run(main()))
