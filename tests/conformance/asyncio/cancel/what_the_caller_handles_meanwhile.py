# An exception that is thrown into a task goes to the coroutine that waits, past its callers: what these are handling is no
# context there, until they are resumed themselves.
import asyncio
import sys


async def fails(when):
    print("handles", when, repr(sys.exception()))
    try:
        raise KeyError(when)
    except KeyError as error:
        print(repr(error), "while", repr(error.__context__))


async def inner():
    await fails("before")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(repr(error), "while", repr(error.__context__))
    await fails("cancelled")
    await asyncio.sleep(0)
    await fails("resumed")


async def between():
    try:
        raise LookupError("between")
    except LookupError:
        await inner()


async def main():
    try:
        raise ValueError("main")
    except ValueError:
        await between()
        await fails("in main")


async def watch():
    task = asyncio.create_task(main())
    await asyncio.sleep(1)
    task.cancel()
    await task


asyncio.run(watch())
