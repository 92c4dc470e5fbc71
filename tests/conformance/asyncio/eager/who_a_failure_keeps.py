# What an eager task fails with in its first step has the frames of all who made it: the program's, also where the coroutine is one
# of asyncio's own, and asyncio's. Those of create_task(), gather() and shield() still have what they made, which has the failure:
# a circle, until somebody collects.
import asyncio
import gc

made = {}
queue = asyncio.Queue()


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("   ", self.name, "is gone")


async def fails():
    raise KeyError


def by(name, make, coroutine):
    noted = Noted(name)
    made[name] = make(coroutine)


async def in_group(name, coroutine):
    noted = Noted(name)
    try:
        async with asyncio.TaskGroup() as group:
            made[name] = group.create_task(coroutine)
    except* Exception:
        pass


def by_hand(coroutine):
    return asyncio.Task(coroutine, loop=asyncio.get_running_loop(), eager_start=True)


async def main():
    loop = asyncio.get_running_loop()
    queue.shutdown()
    loop.set_task_factory(asyncio.eager_task_factory)
    ways = {"by hand": by_hand, "by the loop": loop.create_task, "by create_task()": asyncio.create_task,
            "by ensure_future()": asyncio.ensure_future, "by gather()": asyncio.gather, "by shield()": asyncio.shield}
    for coroutine in fails, queue.get:
        for way, make in ways.items():
            by(f"{coroutine.__name__} {way}", make, coroutine())
        await in_group(f"{coroutine.__name__} in a group", coroutine())
    for name in list(made):
        made.pop(name).exception()
        print("let go of", name)
    print("collects")
    gc.collect()
    print("has collected")


asyncio.run(main())
