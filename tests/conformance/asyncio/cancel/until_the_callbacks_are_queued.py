# The CancelledError that woke a task up lives until what is to be called after the task's last step is queued.
import asyncio


class Held:
    def __del__(self):
        asyncio.get_running_loop().call_soon(print, "what the error alone had is gone")


async def waits():
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError as error:
        error.held = Held()
    print("the last step ends")


async def main():
    task = asyncio.create_task(waits())
    task.add_done_callback(lambda _: print("the task is done"))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
