# result() and exception() of a task that is not done raise InvalidStateError, each with its own words.
import asyncio


async def child():
    await asyncio.sleep(1)
    return 5


async def failing():
    raise LookupError("lost")


async def main():
    task = asyncio.create_task(child())
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print("InvalidStateError:", error)
    await task
    print(task.result(), task.exception())
    task = asyncio.create_task(failing())
    await asyncio.wait([task])
    print(repr(task.exception()))
    try:
        task.result()
    except LookupError as error:
        print("the same object:", error is task.exception())
    task = asyncio.create_task(child())
    task.cancel()
    await asyncio.wait([task])
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.CancelledError as error:
            print("CancelledError", error.args)


asyncio.run(main())
