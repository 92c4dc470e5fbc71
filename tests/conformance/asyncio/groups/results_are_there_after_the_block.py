# A TaskGroup block ends when all its tasks have ended; their results can be read right after it.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    return n * n


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(child(n), name=f"square-{n}") for n in (3, 1, 2)]
        print("end of the block at", asyncio.get_running_loop().time())
    print("all done at", asyncio.get_running_loop().time(), [task.result() for task in tasks], tasks[0].get_name())
    async with asyncio.TaskGroup() as group:
        pass
    print("a group of none")


asyncio.run(main())
