# A coroutine of asyncio's own as an eager task: what it raises in its first step has its frame,
# whether the task was made by hand or by the loop's factory.
import asyncio
import traceback


async def asks(queue):
    return await queue.get()


def show(task):
    print(task.get_name(), "failed:")
    traceback.print_exception(task.exception())


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    queue.shutdown()
    show(asyncio.Task(queue.get(), loop=loop, eager_start=True, name="by hand"))
    loop.set_task_factory(asyncio.eager_task_factory)
    show(asyncio.create_task(queue.get(), name="by the factory"))
    show(asyncio.create_task(queue.put("x"), name="that puts"))
    show(asyncio.create_task(asks(queue), name="one frame further in"))
    show(asyncio.create_task(asyncio.wait([]), name="that waits for nothing"))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(queue.get())
            group.create_task(asks(queue))
    except* asyncio.QueueShutDown as error:
        traceback.print_exception(error)


asyncio.run(main())
