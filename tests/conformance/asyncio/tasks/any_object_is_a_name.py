# A task's name may be any object: it is kept as str(name), when it is created as well as in set_name().
import asyncio


class Route:
    def __str__(self):
        return "route 66"

    def __repr__(self):
        return "Route()"


async def child():
    pass


async def main():
    for name in (7, 2.5, ("a", 1), Route(), "", None):
        task = asyncio.create_task(child(), name=name)
        print(repr(task.get_name()) if name is not None else "the default")
        await task
    task = asyncio.create_task(child())
    for name in (8, [1], Route(), None):
        task.set_name(name)
        print(type(task.get_name()).__name__, repr(task.get_name()))
    await task


asyncio.run(main())
