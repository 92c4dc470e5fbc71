# A StopIteration that leaves a coroutine becomes a RuntimeError: it can never look like a result.
import asyncio


async def child():
    next(iter([]))


async def main():
    task = asyncio.create_task(child())
    try:
        await task
    except RuntimeError as error:
        print(error, "| cause:", repr(error.__cause__))
    try:
        await child()
    except RuntimeError as error:
        print(error, "| cause:", repr(error.__cause__))


asyncio.run(main())
