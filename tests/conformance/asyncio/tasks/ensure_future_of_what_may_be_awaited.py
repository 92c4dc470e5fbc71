# A generator of types.coroutine() may be awaited: ensure_future() and gather() take it, create_task() does not.
import asyncio
import types


@types.coroutine
def old(value):
    yield
    return value


def plain():
    yield


async def main():
    task = asyncio.ensure_future(old(1))
    print(task)
    print(await task, await asyncio.gather(old(2), old(3)), await asyncio.wait_for(old(4), 1))
    for make, generator in (asyncio.ensure_future, plain()), (asyncio.create_task, old(5)):
        try:
            make(generator)
        except TypeError as error:
            print(str(error).split(" at 0x")[0])


asyncio.run(main())
