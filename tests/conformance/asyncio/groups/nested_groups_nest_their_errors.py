# An error in an inner group cancels the outer one and arrives as a group inside a group.
import asyncio


async def fails():
    await asyncio.sleep(1)
    raise ValueError("innermost")


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(), name="fails")
        await asyncio.sleep(9)


async def sibling():
    try:
        await asyncio.sleep(9)
    finally:
        print("sibling of the inner group is cancelled")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner())
            group.create_task(sibling())
    except ExceptionGroup as outer:
        print(repr(outer))
        print(outer.exceptions[0].exceptions[0])
        matching, rest = outer.split(ValueError)
        print(matching is not None, rest)


asyncio.run(main())
