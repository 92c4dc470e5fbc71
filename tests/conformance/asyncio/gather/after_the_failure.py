# Once a gather has failed it is done: cancelling it, or its awaiter, no longer touches the children.
import asyncio


async def failing():
    await asyncio.sleep(1)
    raise ValueError("first")


async def steady():
    await asyncio.sleep(3)
    print("steady is done")


async def awaiter(outer):
    try:
        await outer
    except ValueError:
        await asyncio.sleep(10)


async def main():
    outer = asyncio.gather(failing(), steady())
    task = asyncio.create_task(awaiter(outer))
    await asyncio.sleep(2)
    print("cancel the gather:", outer.cancel())
    print("cancel the awaiter:", task.cancel())
    await asyncio.wait([task])
    await asyncio.sleep(2)


asyncio.run(main())
