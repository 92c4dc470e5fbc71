"""run_in_executor() gives a future that the program may settle first; the pool's result is refused then."""
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    pooled = loop.run_in_executor(None, time.sleep, 0.1)
    pooled.set_result("first")
    print(await pooled)
    await asyncio.sleep(1)

    sleeper = asyncio.create_task(asyncio.sleep(9, "slept"))
    await asyncio.sleep(0)
    sleeper._fut_waiter.set_result("woken")
    print(await sleeper, loop.time() < 5)
    both = asyncio.gather(asyncio.sleep(1, 1), asyncio.sleep(2, 2))
    both.set_result("given")
    print(await both)
    outer = asyncio.shield(asyncio.sleep(1, 3))
    outer.set_exception(KeyError("outer"))
    try:
        await outer
    except KeyError as error:
        print(repr(error))
    await asyncio.sleep(3)


asyncio.run(main())
