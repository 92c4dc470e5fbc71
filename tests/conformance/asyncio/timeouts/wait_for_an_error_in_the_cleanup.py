# wait_for() has run out of time and cancels what it awaits; that fails while it handles the cancellation. The failure goes on as it
# is, but says that it happened during a TimeoutError, which the cancellation brought about; in a group each failure says so.
import asyncio


async def fails():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("cleanup")


async def fails_as_a_group():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        try:
            raise KeyError("inner")
        except KeyError as error:
            raise ExceptionGroup("cleanup", [error])


def chain(error):
    while error is not None:
        print("  ", repr(error), "cause:", repr(error.__cause__), "hides its context:", error.__suppress_context__)
        error = error.__context__


async def main():
    for function in fails, fails_as_a_group:
        try:
            await asyncio.wait_for(function(), 1)
        except Exception as error:
            print(function.__name__)
            chain(error)
            for inner in getattr(error, "exceptions", ()):
                chain(inner)
    await asyncio.wait_for(fails(), 1)


asyncio.run(main())
