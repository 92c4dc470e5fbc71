# A second cancel() arrives in the cleanup of the first: an await in `finally` is not safe by itself.
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            print("flushing")
            await asyncio.sleep(2)
            print("this is never printed")
        except asyncio.CancelledError as error:
            print("interrupted by", error)
            raise


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel("first")
    await asyncio.sleep(1)
    task.cancel("second")
    try:
        await task
    except asyncio.CancelledError as error:
        print(loop.time(), error.args, "| while handling", repr(error.__context__))
    print(task.cancelling())


asyncio.run(main())
