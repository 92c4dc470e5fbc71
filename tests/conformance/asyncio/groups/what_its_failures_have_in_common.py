# What several failures of a group came of is shown once: with the last of them, or not at all where it is a failure of the group
# itself. Groups in groups are shown to the tenth.
import asyncio
import traceback


async def fails():
    await asyncio.sleep(1)
    raise KeyError("shared")


async def waits_for(task, name):
    try:
        await task
    except KeyError as error:
        if name == "because":
            raise ValueError(name) from error
        raise ValueError(name)


async def one(name):
    raise LookupError(name)


async def main():
    shared = asyncio.create_task(fails())
    tasks = [asyncio.create_task(waits_for(shared, name)) for name in ("first", "because", "last")]
    await asyncio.wait(tasks)
    failures = [task.exception() for task in tasks]
    try:
        raise ExceptionGroup("with a common context", failures)
    except ExceptionGroup as group:
        traceback.print_exception(group)
    try:
        raise ExceptionGroup("with the context itself", [*failures, shared.exception()])
    except ExceptionGroup as group:
        traceback.print_exception(group)
    asyncio.get_running_loop().call_exception_handler(
        {"message": "twice", "exception": ExceptionGroup("the same", [failures[0], failures[0], ExceptionGroup("in", failures)])})
    deep = ExceptionGroup("innermost", [ValueError(12)])
    for depth in range(11, 0, -1):
        deep = ExceptionGroup(f"level {depth}", [deep, ValueError(depth)])
    asyncio.get_running_loop().call_exception_handler({"message": "deep", "exception": deep})
    async with asyncio.TaskGroup() as group:
        shared = group.create_task(fails())
        for name in ("first", "because"):
            group.create_task(waits_for(shared, name))


asyncio.run(main())
