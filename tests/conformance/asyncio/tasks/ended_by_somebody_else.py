"""Future.set_result() of a task ends it before its coroutine has: the coroutine's next step is refused."""
import asyncio


async def work():
    await asyncio.sleep(0.1)
    return 10


async def main():
    coroutines = [work(), work(), work()]
    tasks = [asyncio.create_task(each) for each in coroutines]
    asyncio.Future.set_result(tasks[0], "given")
    print(tasks[0], len(asyncio.all_tasks()))
    print(await tasks[0])
    await asyncio.sleep(0)
    asyncio.Future.set_exception(tasks[1], ValueError("given"))
    print(tasks[1])
    try:
        await tasks[1]
    except ValueError as error:
        print(repr(error))
    for task in tasks[:2]:
        for method in (asyncio.Future.set_result, asyncio.Future.set_exception):
            try:
                method(task, ValueError())
            except asyncio.InvalidStateError as error:
                print(error)
    try:
        tasks[2].set_result(1)
    except RuntimeError as error:
        print(error)
    print(await tasks[2], tasks[1])
    for each in coroutines:
        each.close()


class Own(asyncio.Task):
    pass


class OwnFuture(asyncio.Future):
    pass


print(Own[int], OwnFuture[str], asyncio.Task[int])
asyncio.run(main())
