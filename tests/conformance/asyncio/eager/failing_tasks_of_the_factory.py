# A task of eager_task_factory that fails in its first step: the traceback begins in the coroutine. What made the task is not in
# it, as CPython runs that step in C, and nothing was raised there.
import asyncio


async def fails():
    raise LookupError("at once")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    together = asyncio.gather(fails())
    print(together.done())
    del together
    task = asyncio.create_task(fails())
    print(task.done())
    del task
    print("nobody has asked")


asyncio.run(main())
