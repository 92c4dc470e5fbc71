# What a handle calls, with what, and when: gone once it is cancelled.
import asyncio


def called(*args):
    print("called", args)


async def main():
    loop = asyncio.get_running_loop()
    soon, later, cancelled = loop.call_soon(called, 1, 2), loop.call_at(1.5, called), loop.call_later(1, called, 3)
    for each in soon, later, cancelled:
        print(each._callback is called, each._args, each._cancelled)
    print(later._when, later._when == later.when())
    cancelled.cancel()
    print(cancelled._callback, cancelled._args, cancelled._cancelled)
    await asyncio.sleep(2)
    print(soon._callback is called, soon._args)


asyncio.run(main())
