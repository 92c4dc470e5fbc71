# Failures nobody else sees go to the loop's exception handler; one that fails itself is reported by the default one.
import asyncio


def fail():
    raise ValueError("in a callback")


def handler(loop, context):
    print("handler:", sorted(context), context["message"], repr(context.get("exception")))


def broken(loop, context):
    raise KeyError("in the handler")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.call_soon(fail)
    await asyncio.sleep(0)
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(fail)
    loop.call_later(1, fail)
    await asyncio.sleep(1)
    loop.call_exception_handler({"message": "by hand", "extra": 1})
    loop.set_exception_handler(broken)
    loop.call_exception_handler({"message": "for the broken one"})
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "by hand", "b": 2, "a": [1], "exception": ValueError("given")})
    loop.call_exception_handler({})
    loop.default_exception_handler({"message": "straight"})
    for wrong in (3, "text"):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
