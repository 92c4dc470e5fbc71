# create_task() of a group that is not entered, shutting down or finished is a RuntimeError; the coroutine is closed.
import asyncio


async def child():
    await asyncio.sleep(5)


async def late(group):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        try:
            group.create_task(child())
        except RuntimeError as error:
            print("shutting down:", str(error).split("> ")[-1])
        raise


async def fails():
    raise ValueError


async def main():
    group = asyncio.TaskGroup()
    try:
        group.create_task(child())
    except RuntimeError as error:
        print("not entered:", str(error).split("> ")[-1])
    async with group:
        pass
    try:
        group.create_task(child())
    except RuntimeError as error:
        print("finished:", str(error).split("> ")[-1])
    try:
        async with group:
            pass
    except RuntimeError as error:
        print("entered again:", str(error).split("> ")[-1])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(late(group))
            await asyncio.sleep(1)
            group.create_task(fails())
    except* ValueError:
        print("over")


asyncio.run(main())
