# A coroutine function given to call_soon() is called, not awaited: its body never runs.
import asyncio


async def callback():
    print("this is never printed")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback)
    await asyncio.sleep(1)
    print("only a warning")


asyncio.run(main())
