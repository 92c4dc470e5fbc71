# cancel() is a request: the CancelledError arrives at the await, cleanup may await, and the message is kept.
import asyncio


async def child():
    try:
        print("child sleeps")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("child got", repr(error))
        raise
    finally:
        print("child cleans up")
        await asyncio.sleep(1)
        print("child is clean")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(2)
    task.cancel("enough")
    print("requested, done:", task.done(), "cancelling:", task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main got", repr(error))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
