# call_later(0) and a call_at in the past run in the next turn, behind what call_soon has queued already.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(5)
    loop.call_later(0, print, "later 0")
    loop.call_later(-1, print, "later -1")
    loop.call_at(1, print, "at 1")
    loop.call_soon(print, "soon")
    print("time", loop.time())
    await asyncio.sleep(0)
    print("one turn on")
    await asyncio.sleep(0)
    print("two turns on")
    for call in (lambda: loop.call_later(None, print), lambda: loop.call_at(None, print)):
        try:
            call()
        except TypeError as error:
            print("TypeError:", error)


asyncio.run(main())
