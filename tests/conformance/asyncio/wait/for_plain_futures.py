# wait() takes futures as well as tasks, and a cancelled future is done.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    a, b, c = (loop.create_future() for _ in range(3))
    loop.call_later(1, a.set_result, "a")
    loop.call_later(2, b.cancel)
    loop.call_later(3, c.set_exception, ValueError("c"))
    for count in range(1, 4):
        done, pending = await asyncio.wait({f for f in (a, b, c) if not f.done()}, return_when=asyncio.FIRST_COMPLETED)
        print(loop.time(), len(done), len(pending), [f.cancelled() for f in done])
    print(a.result(), repr(c.exception()))


asyncio.run(main())
