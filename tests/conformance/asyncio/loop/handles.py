# Handles: what they show, when they are due, how timers compare, and what cancel() leaves.
import asyncio


def call(*args):
    print("called", args)


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(call, 1, 2)
    print(handle, handle.cancelled())
    threadsafe = loop.call_soon_threadsafe(call, "threadsafe")
    print(type(threadsafe).__name__)
    later = loop.call_later(2, call)
    sooner = loop.call_at(loop.time() + 1, call)
    exact = loop.call_at(5, call)
    print(later, later.when(), exact, exact.when())
    print(sooner < later, later <= sooner, later > sooner, sooner >= later, later == sooner)
    print(loop.call_at(7, call, 1) == loop.call_at(7, call, 1), loop.call_at(7, call, 1) == loop.call_at(7, call, 2))
    print(hash(exact) == hash(5), exact == 5, sorted([later, exact, sooner])[0] is sooner)
    later.cancel()
    later.cancel()
    print(later, later.cancelled(), later.when())
    handle.cancel()
    print(handle, handle.cancelled())
    print(loop.call_soon(print, "a builtin"))
    print(loop.call_soon([].append, 1))
    await asyncio.sleep(10)


asyncio.run(main())
