# An exception in a callback does not stop the loop: it is reported, and the program goes on.
import asyncio


def bad():
    raise ZeroDivisionError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad)
    await asyncio.sleep(0.1)
    print("still running")

    def handler(loop, context):
        print("handler:", context["message"].split(" at ")[0], repr(context["exception"]))

    loop.set_exception_handler(handler)
    loop.call_soon(bad)
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())
