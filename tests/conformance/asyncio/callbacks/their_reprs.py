# The repr of a handle shows its callback and whether it was cancelled, that of a timer its time too.
import asyncio


def callback(n):
    pass


async def main():
    loop = asyncio.get_running_loop()
    handle, timer = loop.call_soon(callback, 5), loop.call_later(2, callback, "x")
    print(handle)
    print(timer)
    handle.cancel()
    timer.cancel()
    print(handle)
    print(timer)
    print(timer.when(), type(handle).__name__, type(timer).__name__)


asyncio.run(main())
