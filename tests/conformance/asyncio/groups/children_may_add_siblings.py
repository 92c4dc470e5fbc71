# While the block waits at its end, a child may still create tasks in the group; they are waited for too.
import asyncio


async def visit(group, depth, name):
    await asyncio.sleep(1)
    print(asyncio.get_running_loop().time(), name)
    if depth:
        for letter in "ab":
            group.create_task(visit(group, depth - 1, name + letter))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(visit(group, 2, "r"))
    print("done at", asyncio.get_running_loop().time())


asyncio.run(main())
