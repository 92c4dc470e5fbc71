# Cancelling the future that a task waits for reaches the task as CancelledError, without a request to the task.
import asyncio


async def child(future):
    try:
        await future
    except asyncio.CancelledError as error:
        print("child got", error.args, "requests:", asyncio.current_task().cancelling())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(child(future))
    await asyncio.sleep(0)
    print(future.cancel("closed"), future.cancel("again"))
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
