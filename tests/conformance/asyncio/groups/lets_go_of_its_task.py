# A TaskGroup that is left forgets its task and the exceptions it has collected. Otherwise whoever still has the group would
# keep the task, its exception, that one's traceback and so the frame that has the group: nothing of it would die in time.
import asyncio


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "dies")


async def fails():
    raise ValueError("a child")


async def works(noisy):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
    except* ValueError as errors:
        print(repr(errors.exceptions))
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(works(Noisy("what the frame has")))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())
    del task
    print("main ends")


asyncio.run(main())
