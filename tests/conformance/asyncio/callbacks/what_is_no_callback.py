# What cannot be called is reported when its turn comes; a handle of None shows none.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(str(loop.call_soon(None)), str(loop.call_later(1, None)))
    loop.set_exception_handler(lambda loop, context: print(context["message"], str(context["handle"]), repr(context["exception"])))
    await asyncio.sleep(2)


asyncio.run(main())
