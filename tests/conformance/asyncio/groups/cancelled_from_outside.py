# Cancelling the task inside a group cancels the children, waits for them, and comes out as plain CancelledError.
import asyncio


async def child(name, cleanup):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(cleanup)
        print(name, "is clean")


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(child("a", 1))
        group.create_task(child("b", 2))


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel("stop it")
    try:
        await task
    except asyncio.CancelledError as error:
        print("CancelledError", error.args, asyncio.get_running_loop().time(), task.cancelling())


asyncio.run(main())
