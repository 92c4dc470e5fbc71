# A task's outcome is its coroutine's: set_result() and set_exception() are refused.
import asyncio


async def child():
    return "its own"


async def main():
    task = asyncio.create_task(child())
    print(isinstance(task, asyncio.Future), asyncio.isfuture(task), asyncio.iscoroutine(task))
    try:
        task.set_result(1)
    except RuntimeError as error:
        print("RuntimeError:", error)
    try:
        task.set_exception(ValueError())
    except RuntimeError as error:
        print("RuntimeError:", error)
    print(await task)


asyncio.run(main())
