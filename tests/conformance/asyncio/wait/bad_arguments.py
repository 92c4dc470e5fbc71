# wait() refuses coroutines, an empty set, a single task and an unknown mode, each with its own error.
import asyncio


async def child():
    pass


async def main():
    task = asyncio.create_task(child())
    coroutine = child()
    for give in (lambda: asyncio.wait([coroutine]), lambda: asyncio.wait([]), lambda: asyncio.wait(task),
                 lambda: asyncio.wait(coroutine), lambda: asyncio.wait([task], return_when="LAST"), lambda: asyncio.wait(None)):
        try:
            await give()
        except (TypeError, ValueError) as error:
            print(type(error).__name__ + ":", error)
    coroutine.close()
    await task


asyncio.run(main())
