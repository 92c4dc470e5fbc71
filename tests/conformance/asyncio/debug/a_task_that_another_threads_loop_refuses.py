# In debug mode a loop that another thread runs refuses a task its first step: the task is there all the same, and dies pending.
import asyncio


class OwnTask(asyncio.Task):
    pass


async def work():
    print("works")


def from_outside(loop):
    attempts = {
        "create_task": lambda: loop.create_task(work(), name="first"),
        "Task": lambda: asyncio.Task(work(), loop=loop, name="second"),
        "OwnTask": lambda: OwnTask(work(), loop=loop, name="third"),
        "ensure_future": lambda: asyncio.ensure_future(work(), loop=loop),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
        except RuntimeError as error:
            print(f"{name}: {error}", [task.get_name() for task in asyncio.all_tasks(loop)])
    eager = asyncio.Task(work(), loop=loop, name="eager", eager_start=True)
    print(eager.done())


async def main():
    await asyncio.to_thread(from_outside, asyncio.get_running_loop())
    print("the end")


asyncio.run(main(), debug=True)
