# as_completed() with a timeout and the handle of its timer keep each other. When all is done the
# handle is cancelled and lets go; when the time was up, or the loop is closed before, nothing opens
# that circle: what failed and was not asked is reported when somebody collects, or at the end.
import asyncio
import gc


async def fails(name):
    raise ValueError(name)


async def first_of(timeout, *more):
    both = [asyncio.create_task(fails("first")), asyncio.create_task(fails("second")), *more]
    try:
        async for earliest in asyncio.as_completed(both, timeout=timeout):
            del both
            await earliest
    except ValueError as error:
        print("left by", error)
        error.__traceback__ = None


def report(loop, context):
    print("   ", context["message"], context["future"].exception())


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    print("all done:")
    await first_of(0.1)
    await asyncio.sleep(0)
    print("the time is up:")
    await first_of(0.1, asyncio.create_task(asyncio.sleep(0.2)))
    await asyncio.sleep(0.3)
    print("later")
    gc.collect()
    print("collected")
    await first_of(5, asyncio.create_task(asyncio.sleep(0.2)))
    await asyncio.sleep(0.3)
    print("done before the time is up")
    await first_of(5, asyncio.get_running_loop().create_future())


asyncio.run(main())
print("the loop is closed")
