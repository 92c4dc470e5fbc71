# Two cancel() calls before the task runs again are two requests but one CancelledError, the first wait's.
import asyncio


async def child():
    for _ in range(2):
        try:
            await asyncio.sleep(3)
            print("slept")
        except asyncio.CancelledError as error:
            print("got", error.args, "requests:", asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    print(task.cancel("one"), task.cancel("two"), task.cancelling())
    await task
    print("ended at", asyncio.get_running_loop().time(), "cancelled:", task.cancelled())


asyncio.run(main())
