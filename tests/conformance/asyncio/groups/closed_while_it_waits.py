# A coroutine that is closed while a group in it waits for its tasks: the group lets go of the task that it belongs to as it is
# left, and a task that nobody else has dies then, in the middle of its coroutine's end.
import asyncio

event = asyncio.Event()


async def child():
    try:
        await asyncio.sleep(0)
    finally:
        print("child is over")


async def block():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
    finally:
        print("block is left:", group)


async def main():
    asyncio.create_task(block())
    for _ in range(3):
        await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")
