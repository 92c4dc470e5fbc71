# An exit in an eager task's first step leaves whoever makes the task. The task is no use to anybody then: it goes before the exit has
# gone any further, and its report has only the frames that the exit has seen by then. Who keeps it nevertheless can ask it.
import asyncio

kept = []


class OwnTask(asyncio.Task):
    def __init__(self, *args, **keywords):
        kept.append(self)
        super().__init__(*args, **keywords)


async def exits(error):
    raise error


async def main():
    loop = asyncio.get_running_loop()
    for make in (asyncio.Task, OwnTask):
        try:
            make(exits(SystemExit(3)), loop=loop, eager_start=True)
        except SystemExit as error:
            print("caught", repr(error))
    print(kept[0].done(), repr(kept[0].exception()))
    loop.set_task_factory(asyncio.eager_task_factory)
    try:
        asyncio.create_task(exits(KeyboardInterrupt()))
    except KeyboardInterrupt as error:
        print("caught", repr(error))
    asyncio.create_task(exits(SystemExit(4)))


asyncio.run(main())
