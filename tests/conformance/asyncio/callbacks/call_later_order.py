# Timers fire in the order of their deadlines, equal ones in the order in which they were made.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for name, delay in (("a", 1), ("b", 0.5), ("c", 1), ("d", 0), ("e", 0.5), ("f", 1)):
        loop.call_later(delay, lambda n=name: print(n, loop.time()))
    stopped = loop.call_later(0.7, print, "this is never printed")
    print(stopped.cancelled(), stopped.when())
    stopped.cancel()
    print(stopped.cancelled())
    loop.call_soon(print, "soon")
    loop.call_at(loop.time() - 1, print, "in the past")
    await asyncio.sleep(2)


asyncio.run(main())
