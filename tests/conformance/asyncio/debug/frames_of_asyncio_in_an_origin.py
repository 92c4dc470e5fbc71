# Asyncio's own frames in what says where something was made: the ten of a coroutine that nobody awaited, and all of a task's.
import asyncio
import contextvars


class OwnTask(asyncio.Task):
    pass


def on_report(loop, context):
    print(context["message"])
    for frame in context.get("source_traceback", ())[-6:]:
        if frame.name != "_run_once":
            print("   ", frame.filename.rpartition("/")[2], frame.lineno, frame.name)


async def forgotten():
    pass


async def makes():
    forgotten()


async def waits(future):
    await future


def ways(loop):
    return {
        "loop.create_task()": loop.create_task,
        "create_task()": asyncio.create_task,
        "create_task() in a context": lambda coroutine: asyncio.create_task(coroutine, context=contextvars.copy_context()),
        "shield()": asyncio.shield,
        "gather()": asyncio.gather,
        "ensure_future()": asyncio.ensure_future,
    }


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(on_report)
    for name, make in ways(loop).items():
        print(name)
        made = make(waits(loop.create_future()))
        await asyncio.sleep(0)
        del made
        await asyncio.sleep(0)

    async def makes_one():
        loop.create_task(waits(loop.create_future()))

    print("within wait_for()")
    await asyncio.wait_for(makes_one(), 1)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


async def eagerly(name):
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    if name == "TaskGroup.create_task()":
        async with asyncio.TaskGroup() as group:
            group.create_task(makes())
    else:
        await ways(loop)[name](makes())
    loop.set_task_factory(asyncio.create_eager_task_factory(OwnTask))
    print(asyncio.create_task(waits(loop.create_future())))


asyncio.run(main(), debug=True)
for name in "shield()", "TaskGroup.create_task()":
    asyncio.run(eagerly(name), debug=True)
