# A task that was woken when its loop was closed is known to nobody but the timeout in one of its own frames. When its coroutine is
# closed that frame is left first: the task dies then, in the middle, and shows itself as running.
import asyncio


async def quick():
    pass


async def waits():
    await asyncio.wait_for(asyncio.shield(quick()), 1)


async def main():
    asyncio.get_running_loop().create_task(waits())


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
print("end")
