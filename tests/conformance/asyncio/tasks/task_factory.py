# A task factory makes every task of its loop: those of create_task, gather, TaskGroup, wait_for and ensure_future.
import asyncio


class Task(asyncio.Task):
    pass


def factory(loop, coro, **options):
    print("factory:", coro.__name__, sorted(options))
    return Task(coro, loop=loop, **options)


async def work(value):
    await asyncio.sleep(0)
    return value


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(work(1), name="one")
    print(type(task).__name__, task.get_name(), isinstance(task, asyncio.Task))
    await task
    await asyncio.gather(work(2), work(3))
    async with asyncio.TaskGroup() as group:
        group.create_task(work(4))
    await asyncio.wait_for(work(5), 1)
    print(type(asyncio.ensure_future(work(6))).__name__)
    await asyncio.shield(work(7))
    for task in asyncio.as_completed([work(8)]):
        print(await task)
    try:
        loop.set_task_factory(3)
    except TypeError as error:
        print(error)
    loop.set_task_factory(None)
    print(type(asyncio.create_task(work(9))).__name__, loop.get_task_factory())


asyncio.run(main())
