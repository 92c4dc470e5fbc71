# title: Callbacks and their times
# group: Under the hood
# look for: call_soon runs in the next turn, call_later in the order of the deadlines; the cancelled one never runs.
# from: Simul

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(2, print, "after two seconds")
    loop.call_later(1, print, "after one second")
    never = loop.call_later(1.5, print, "never")
    loop.call_soon(print, "soon, but not now")
    print("now")
    await asyncio.sleep(1.2)
    never.cancel()
    await asyncio.sleep(1)


asyncio.run(main())
