# set_exception_handler() gets every report as a dict: what failed, the exception, and the handle or future.
import asyncio


def handler(loop, context):
    print("handler:", sorted(context), context["message"].split(" at ")[0], repr(context.get("exception")))


def fails():
    return 1 / 0


async def failing_task():
    raise ValueError("nobody looked")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    asyncio.create_task(failing_task())
    await asyncio.sleep(1)
    loop.call_exception_handler({"message": "by hand", "who": "main"})
    try:
        loop.set_exception_handler("no function")
    except TypeError as error:
        print("TypeError:", error)
    loop.set_exception_handler(None)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    print("goes on")


asyncio.run(main())
