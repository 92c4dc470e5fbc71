# The line that closes a group is printed once for all the groups that end there. That is so too for a
# group in the last part's context or cause: what follows it stands behind the closing line.
import asyncio


async def fail(error):
    raise error


async def group(*errors):
    async with asyncio.TaskGroup() as tasks:
        for error in errors:
            tasks.create_task(fail(error))


async def during(inner, message):
    try:
        await inner
    except Exception:
        raise ValueError(message)


async def because(inner, message):
    try:
        await inner
    except Exception as error:
        raise ValueError(message) from error


async def first_and_last():
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(during(group(KeyError("a")), "first"))
        tasks.create_task(fail(OSError("plain")))
        tasks.create_task(because(group(KeyError("b"), KeyError("c")), "last"))


async def nested():
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(during(group(KeyError("d")), "last"))


async def report(coroutine):
    task = asyncio.create_task(coroutine)
    await asyncio.wait([task])
    del task


async def main():
    await report(first_and_last())
    await report(nested())
    await report(group(*[OSError(number) for number in range(17)]))


asyncio.run(main())
