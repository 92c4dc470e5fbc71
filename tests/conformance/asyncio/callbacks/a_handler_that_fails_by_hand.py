# call_exception_handler() by hand, with a handler that raises: the report shows the context that the handler was given.
import asyncio


def handler(loop, context):
    raise LookupError("no log file")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "something odd", "code": 7})
    print("goes on")


asyncio.run(main())
