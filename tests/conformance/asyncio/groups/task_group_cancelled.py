# A cancellation from outside goes through the group: the children end first.
import asyncio


async def child(name):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(1)
        print(asyncio.get_running_loop().time(), name, "is clean")


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(child("a"))
        group.create_task(child("b"))
    print("this is never printed")


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel("stop")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error)
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(child("c"))
    except TimeoutError:
        print("timeout at", asyncio.get_running_loop().time())


asyncio.run(main())
