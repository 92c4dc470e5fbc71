# In debug mode a gather, a shield and a task of the eager factory say where they were made when nobody has asked
# for their failure, with all frames down to the program's first line; a handle keeps ten frames and no more.
import asyncio


async def fails(seconds):
    await asyncio.sleep(seconds)
    raise LookupError(seconds)


def deep(levels, make):
    return deep(levels - 1, make) if levels else make()


async def main():
    loop = asyncio.get_running_loop()
    asyncio.gather(fails(1))
    await asyncio.sleep(2)
    asyncio.shield(fails(1))
    await asyncio.sleep(2)
    deep(12, lambda: asyncio.create_task(fails(1)))
    await asyncio.sleep(2)
    deep(12, lambda: loop.call_soon(lambda: 1 // 0))
    await asyncio.sleep(0)
    loop.set_task_factory(asyncio.eager_task_factory)
    print(asyncio.create_task(asyncio.sleep(0), name="eager"))


asyncio.run(main(), debug=True)
