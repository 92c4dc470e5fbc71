# An exception handler that raises is reported by the default one; the loop goes on.
import asyncio


def handler(loop, context):
    raise LookupError("the handler fails too")


def fails():
    raise ValueError("first")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(fails)
    await asyncio.sleep(1)
    print("goes on")


asyncio.run(main())
