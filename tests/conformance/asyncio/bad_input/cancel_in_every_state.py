# cancel() of a task that has not begun, waits, is about to go on, runs, shields, ends, or is done in each of three ways.
import asyncio


async def sleeper():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print("  told", error.args)
        raise
    return "slept"


async def myself():
    print("  ", asyncio.current_task().cancel("by myself"))
    return "ends before it can be told"


async def refuses():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("  refuses", asyncio.current_task().cancelling())
    return "stays"


async def raises():
    raise ValueError("broken")


async def outcome(name, task):
    try:
        print(name, "->", await task, task.cancelled(), task.cancelling())
    except (asyncio.CancelledError, ValueError) as error:
        print(name, "->", repr(error), task.cancelled(), task.cancelling())


async def main():
    task = asyncio.create_task(sleeper())
    print(task.cancel("before it began"), task.cancelled(), task.cancelling())
    await outcome("not begun", task)

    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    print(task.cancel("while it waits"), task.cancel("again"), task.cancelling())
    await outcome("waiting", task)

    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(asyncio.wait_for(future, None))
    await asyncio.sleep(0)
    future.set_result("ready")
    print(task.cancel("about to go on"))
    await outcome("about to go on", task)

    await outcome("running", asyncio.create_task(myself()))

    task = asyncio.create_task(refuses())
    await asyncio.sleep(0)
    task.cancel()
    await outcome("refuses", task)
    print(task.cancel(), task.uncancel(), task.uncancel())

    inner = asyncio.create_task(sleeper())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel("the shield")
    await outcome("shielded", inner)

    for name, coroutine in (("a result", asyncio.sleep(0, "r")), ("an error", raises())):
        task = asyncio.create_task(coroutine)
        await asyncio.wait([task])
        print(name, task.cancel(), task.cancelled(), task.cancelling())
    task.exception()
    task = asyncio.create_task(sleeper())
    task.cancel()
    await asyncio.wait([task])
    print("cancelled", task.cancel("late"), task.cancelled(), task.cancelling())


asyncio.run(main())
