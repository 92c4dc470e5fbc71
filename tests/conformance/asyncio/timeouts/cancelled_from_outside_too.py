# When somebody cancels the task in the very turn of its timeout, the cancellation wins over TimeoutError.
import asyncio


async def child():
    try:
        async with asyncio.timeout(1) as limit:
            await asyncio.sleep(5)
    except TimeoutError:
        print("this is never printed")
    finally:
        print("expired:", limit.expired(), "requests:", asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(1, task.cancel)
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
