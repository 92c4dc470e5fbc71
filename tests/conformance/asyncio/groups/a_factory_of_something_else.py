# A TaskGroup takes what a task factory gives it, be it no task at all.
import asyncio


async def work():
    return "work"


def futures(loop, coroutine, **options):
    coroutine.close()
    future = loop.create_future()
    future.set_name = lambda name: print("is named", name)
    loop.call_later(1, future.set_result, "a future's")
    return future


class Nothing:
    def set_name(self, name):
        print("nothing is named", name)


def nothing(loop, coroutine, **options):
    coroutine.close()
    return Nothing()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(futures)
    async with asyncio.TaskGroup() as group:
        made = group.create_task(work())
        print(type(made).__name__, made.done())
    print(made.result(), loop.time() >= 1)

    loop.set_task_factory(nothing)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work())
    except AttributeError as error:
        print(error, "|", error.__context__)
    loop.set_task_factory(None)


asyncio.run(main())
