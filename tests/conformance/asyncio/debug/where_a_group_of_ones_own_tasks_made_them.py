# Where a task of a group was made, when the group has gone over to tasks whose class has methods of asyncio's anew.
import asyncio


class OwnTask(asyncio.Task):
    def add_done_callback(self, *args, **options):
        print("add_done_callback", len(args), sorted(options))
        return super().add_done_callback(*args, **options)


async def works(name):
    await asyncio.sleep(1)
    print(name)


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        print(group.create_task(works("first")))
        loop.set_task_factory(lambda loop, coroutine, **rest: OwnTask(coroutine, loop=loop, **rest))
        print(group.create_task(works("own")))
        loop.set_task_factory(None)
        print(group.create_task(works("last")))


asyncio.run(main(), debug=True)
