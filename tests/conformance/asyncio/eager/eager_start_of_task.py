# Task(..., eager_start=True) by hand: in a running loop it starts at once, and the context is the task's own.
import asyncio
import contextvars

where = contextvars.ContextVar("where", default="outside")


async def child():
    where.set("child")
    print("child", where.get())
    await asyncio.sleep(0)
    print("child", where.get())


async def main():
    where.set("main")
    task = asyncio.Task(child(), loop=asyncio.get_running_loop(), eager_start=True, name="eager")
    print("main", where.get(), task.get_name(), task.done())
    await task
    context = contextvars.copy_context()
    task = asyncio.Task(child(), loop=asyncio.get_running_loop(), eager_start=True, context=context)
    print("main", where.get(), context[where])
    await task
    later = asyncio.Task(child(), eager_start=False)
    print("main, before it starts")
    await later


class Counted(asyncio.Task):
    made = 0

    def __init__(self, coro, **options):
        Counted.made += 1
        super().__init__(coro, **options)


async def with_own_class():
    asyncio.get_running_loop().set_task_factory(asyncio.create_eager_task_factory(Counted))
    task = asyncio.create_task(child())
    print(type(task).__name__, Counted.made)
    await task


asyncio.run(main())
asyncio.run(with_own_class())
