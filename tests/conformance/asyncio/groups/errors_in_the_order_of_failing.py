# The exception group lists the failures in the order in which they happened, not in that of the tasks.
import asyncio


async def fails(seconds, cleanup, error):
    try:
        await asyncio.sleep(seconds)
    finally:
        await asyncio.sleep(cleanup)
        raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(9, 2, KeyError("cancelled, then slow to clean up")))
            group.create_task(fails(9, 1, OSError("cancelled, then quicker")))
            group.create_task(fails(3, 0, ValueError("first")))
            await asyncio.sleep(4)
            raise TypeError("the body: never reached")
    except ExceptionGroup as group:
        print(group.message)
        for error in group.exceptions:
            print("  ", repr(error))


asyncio.run(main())
