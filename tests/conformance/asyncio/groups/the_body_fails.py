# An error in the body of a group cancels all children, and comes out in a group of one.
import asyncio


async def child(name, cleanup):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(cleanup)
        print(name, "is cancelled and clean")


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child("a", 1))
            group.create_task(child("b", 2))
            await asyncio.sleep(2)
            raise LookupError("body")
    except* LookupError as errors:
        print(loop.time(), repr(errors))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child("never begun", 0))
            raise LookupError("at once")
    except* LookupError as errors:
        print(loop.time(), errors.exceptions[0])


asyncio.run(main())
