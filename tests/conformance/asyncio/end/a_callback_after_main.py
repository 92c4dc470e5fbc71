# What call_soon() queued before main ends still runs in that turn; a timer that is not due is dropped without a word.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(5, print, "this is never printed")
    loop.call_soon(print, "soon")
    loop.call_soon(loop.call_soon, print, "soon after soon")
    print("main ends")


asyncio.run(main())
print("after")
