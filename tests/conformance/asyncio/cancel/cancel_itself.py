# A running task that cancels itself goes on to its next await.
import asyncio


async def child():
    asyncio.current_task().cancel()
    print("still running")
    try:
        await asyncio.sleep(0)
        print("this is never printed")
    except asyncio.CancelledError:
        print("cancelled at the await")
        raise


async def last_step():
    asyncio.current_task().cancel()
    return "thrown away"


async def main():
    for make in (child, last_step):
        task = asyncio.create_task(make())
        await asyncio.wait([task])
        print(make.__name__, task.cancelled())


asyncio.run(main())
