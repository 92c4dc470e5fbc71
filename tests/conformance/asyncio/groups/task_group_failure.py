# A failure in a TaskGroup cancels the siblings, and the group raises all failures at its end.
import asyncio


async def works(name, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    print(name, "done")
    return name


async def fails(seconds, error):
    await asyncio.sleep(seconds)
    raise error


async def main():
    async with asyncio.TaskGroup() as group:
        one = group.create_task(works("one", 1))
        two = group.create_task(works("two", 2), name="second")
        print(group)
    print(one.result(), two.result(), two.get_name(), asyncio.get_running_loop().time())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(works("three", 5))
            group.create_task(fails(1, ValueError("v")))
            group.create_task(fails(1, KeyError("k")))
            await asyncio.sleep(10)
            print("this is never printed")
    except ExceptionGroup as error:
        print(repr(error))
        print([type(e).__name__ for e in error.exceptions])
    print(asyncio.current_task().cancelling())
    try:
        group.create_task(works("late", 1))
    except RuntimeError as error:
        print(error)


asyncio.run(main())
