# A CancelledError that a coroutine raises by itself ends its task as cancelled, though nobody asked for it.
import asyncio


async def child():
    raise asyncio.CancelledError("gave up")


async def main():
    task = asyncio.create_task(child())
    try:
        await task
    except asyncio.CancelledError as error:
        print("got", repr(error))
    print(task.cancelled(), task.cancelling(), asyncio.current_task().cancelling())


asyncio.run(main())
