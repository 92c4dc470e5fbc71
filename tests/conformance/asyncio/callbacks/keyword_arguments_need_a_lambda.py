# call_soon() and call_later() pass positional arguments only; keywords go in through a lambda or partial.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.call_soon(print, "a", "b", sep="-")
    except TypeError as error:
        print("TypeError:", error)
    loop.call_soon(print, "a", "b")
    loop.call_later(1, lambda: print("a", "b", sep="-"))
    await asyncio.sleep(1)
    await asyncio.sleep(0)


asyncio.run(main())
