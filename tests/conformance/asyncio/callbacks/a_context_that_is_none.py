# What is given for a context is asked only when the callback is to run in it.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"].split(" at ")[0], repr(context["exception"])))
    print(loop.call_soon(print, "never", context=3).cancelled())
    loop.call_later(0.1, print, "nor this", context="text")
    future = loop.create_future()
    future.add_done_callback(lambda future: print("not this"), context=[])
    future.set_result(1)
    await asyncio.sleep(0.2)


asyncio.run(main())
