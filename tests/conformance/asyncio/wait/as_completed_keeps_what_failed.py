# What as_completed() gives is a coroutine that returns the next result. When that raises, its frame is in the traceback and knows the
# future, which knows the exception: a circle, and with it all that as_completed() still has. So the other failure, which nobody asks
# for, is only reported when the collector comes, though nobody has the iterator any more.
import asyncio
import gc


async def fails(text):
    raise ValueError(text)


async def first():
    for earliest in asyncio.as_completed([fails("first"), fails("second")]):
        await earliest


def handler(loop, context):
    print("reported:", context["message"], repr(context["exception"]))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    try:
        await first()
    except ValueError as error:
        print(repr(error))
    print("nothing is reported yet")
    gc.collect()


asyncio.run(main())
