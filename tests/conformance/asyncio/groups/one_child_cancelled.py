# Cancelling one child of a group is no failure: the others go on and the block ends well.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    print("child", n)


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(child(n)) for n in (1, 2, 3)]
        await asyncio.sleep(0.5)
        tasks[1].cancel()
    print([task.cancelled() for task in tasks], asyncio.current_task().cancelling())


asyncio.run(main())
