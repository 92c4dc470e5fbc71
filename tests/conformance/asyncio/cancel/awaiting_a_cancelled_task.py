# Awaiting a task that somebody else cancelled raises CancelledError in the awaiter, who is not being cancelled himself.
import asyncio


async def sleeper():
    await asyncio.sleep(10)


async def awaiter(task):
    try:
        await task
    except asyncio.CancelledError:
        print("my task was cancelled; requests to me:", asyncio.current_task().cancelling())
        return "goes on"


async def careless(task):
    await task


async def main():
    task = asyncio.create_task(sleeper())
    good = asyncio.create_task(awaiter(task))
    bad = asyncio.create_task(careless(task))
    await asyncio.sleep(1)
    task.cancel()
    print(await good)
    await asyncio.wait([bad])
    print("the careless one counts as cancelled:", bad.cancelled(), bad.cancelling())


asyncio.run(main())
