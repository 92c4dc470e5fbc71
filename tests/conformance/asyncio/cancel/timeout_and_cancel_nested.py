# A task that is cancelled while an inner timeout is cleaning up: the outer request is not mistaken for the timeout.
import asyncio


async def child():
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(10)
            finally:
                print("cleaning up at", asyncio.get_running_loop().time())
                await asyncio.sleep(2)
                print("this is never printed")
    except TimeoutError:
        print("neither is this")
    except asyncio.CancelledError as error:
        print("CancelledError", error.args, "requests:", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(2)
    task.cancel("from outside")
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
