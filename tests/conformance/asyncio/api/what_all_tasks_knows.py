# all_tasks() knows what was registered; a task's own bookkeeping can be undone by hand. Loops that are none have no tasks.
import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(1), name="sleeper")
    names = lambda: sorted(each.get_name() for each in asyncio.all_tasks())
    print(names())
    asyncio._unregister_task(task)
    print(names(), task.done())
    asyncio._unregister_task(task)
    asyncio._register_task(task)
    print(names())
    asyncio._unregister_task(task)
    await task
    print(names(), task.done())
    for loop in (3, "loop", None):
        print(len(asyncio.all_tasks(loop)), asyncio.current_task(loop) is not None)
    for wrong in (lambda: asyncio.all_tasks(1, 2), lambda: asyncio.current_task(1, 2), lambda: asyncio.all_tasks(lop=1),
                  lambda: asyncio.current_task(lop=1)):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
