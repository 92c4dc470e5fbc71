# An uncaught exception group is printed as a tree, with the notes of each exception.
import asyncio


async def fails(n):
    await asyncio.sleep(n)
    try:
        raise ValueError(f"number {n}")
    except ValueError as error:
        error.add_note(f"while working on item {n}")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(1))
        group.create_task(fails(1))


asyncio.run(main())
