# The idiom for ending a group from inside: a task that raises an exception of one's own, caught outside.
import asyncio


class Enough(Exception):
    pass


async def stop(seconds):
    await asyncio.sleep(seconds)
    raise Enough


async def ticker(name, seconds):
    while True:
        await asyncio.sleep(seconds)
        print(asyncio.get_running_loop().time(), name)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(ticker("tick", 1))
            group.create_task(ticker("tock", 1.5))
            group.create_task(stop(3.2))
    except* Enough:
        print("stopped at", asyncio.get_running_loop().time(), "requests:", asyncio.current_task().cancelling())


asyncio.run(main())
