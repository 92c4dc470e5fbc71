# asyncio.run() ends with two tasks of its own, and a task factory of the program is asked for them like for any other.
import asyncio


class OwnTask(asyncio.Task):
    def __init__(self, coroutine, **options):
        super().__init__(coroutine, **options)
        print("made", self.get_name(), coroutine.__name__)


def factory(loop, coroutine, **options):
    return OwnTask(coroutine, loop=loop, **options)


async def work():
    pass


async def main():
    asyncio.get_running_loop().set_task_factory(factory)
    await asyncio.create_task(work(), name="own")


asyncio.run(main())
with asyncio.Runner() as runner:
    runner.get_loop().set_task_factory(factory)
    runner.run(work())
    print("leaves")
asyncio.run(work())
