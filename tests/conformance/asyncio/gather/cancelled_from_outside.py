# Cancelling a gather cancels every child; it is done only when all of them are, cleanup included.
import asyncio


async def child(name, cleanup):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        await asyncio.sleep(cleanup)
        print(name, "clean")
        raise


async def main():
    loop = asyncio.get_running_loop()
    outer = asyncio.gather(child("a", 1), child("b", 3))
    await asyncio.sleep(1)
    print(outer.cancel("closing"), outer.done())
    try:
        await outer
    except asyncio.CancelledError as error:
        print(loop.time(), "gather is cancelled", error.args, outer.cancelled())
    print(outer.cancel())


asyncio.run(main())
