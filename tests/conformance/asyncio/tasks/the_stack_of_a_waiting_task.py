# get_stack() of a task that waits has one frame, that of its coroutine; of a finished one it has none.
import asyncio


async def inner():
    await asyncio.sleep(1)


async def child():
    await inner()


async def failing():
    raise KeyError("x")


async def main():
    task = asyncio.create_task(child())
    print([frame.f_lineno for frame in task.get_stack()])  # not begun: its first line
    await asyncio.sleep(0)
    print([frame.f_lineno for frame in task.get_stack()])  # not where inner() waits
    print(task.get_stack()[0].f_code.co_name)
    await task
    print(task.get_stack())
    task = asyncio.create_task(failing())
    await asyncio.wait([task])
    print([frame.f_lineno for frame in task.get_stack()], repr(task.exception()))


asyncio.run(main())
