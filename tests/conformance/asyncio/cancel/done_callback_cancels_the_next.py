# A done callback may cancel another task; it learns of it one turn later.
import asyncio


async def runner(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "wins")
    except asyncio.CancelledError:
        print(name, "is stopped")
        raise


async def main():
    slow = asyncio.create_task(runner("slow", 5))
    fast = asyncio.create_task(runner("fast", 1))
    fast.add_done_callback(lambda _: print("cancel says", slow.cancel()))
    await asyncio.wait([slow, fast])
    print(slow.cancelled(), asyncio.get_running_loop().time())


asyncio.run(main())
