# As a group is left in a closed loop it cancels a task that waits for a shield, and is refused. The error has the shield's callback,
# and with it the inner task, until it is dealt with: only then nobody has awaited queue.get().
import asyncio

queue = asyncio.Queue()


async def shielded():
    await asyncio.shield(queue.get())


async def grouped():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(shielded())
            await asyncio.Event().wait()
    except RuntimeError as error:
        print("refused:", error)
        error = None
        print("dealt with")


async def main():
    asyncio.create_task(grouped())
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
