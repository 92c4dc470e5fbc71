# gather() that cannot make a task of its last coroutine has made some of those before: its frame, in the error, keeps them.
import asyncio


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def factory(loop, coroutine, **options):
    if len(asyncio.all_tasks(loop)) > 2:
        coroutine.close()
        raise RuntimeError("too many")
    return asyncio.Task(coroutine, loop=loop, **options)


async def failing(name):
    local = Loud(name)
    raise ValueError(name)


async def main():
    asyncio.get_running_loop().set_task_factory(factory)
    try:
        asyncio.gather(failing("first"), failing("second"), asyncio.sleep(3))
    except RuntimeError as error:
        print("caught", error)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print("the error goes")
    print("main ends")


asyncio.run(main())
