# close() on a coroutine that never began keeps it silent; cancel() of its task does too.
import asyncio


async def work():
    print("this is never printed")


async def main():
    coroutine = work()
    coroutine.close()
    try:
        await coroutine
    except RuntimeError as error:
        print("RuntimeError:", error)
    task = asyncio.create_task(work())
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
