# The exception that ends a program lives until its names go (sys.last_exc), and with its traceback the locals of every frame:
# a coroutine that was made and never awaited is reported after that, when no module can say more about it.
import asyncio


async def child():
    pass


async def main():
    made = child()
    raise ValueError("main's own")


asyncio.run(main())
