# The loop stands still when the pool's thread is done, and its answer waits there for a turn that never comes. As the loop has
# a name, what it has queued is still reached when the program ends, and the task that waits for it.
import asyncio


async def waits():
    await asyncio.get_running_loop().run_in_executor(None, len, "four")


async def main():
    asyncio.create_task(waits())


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
