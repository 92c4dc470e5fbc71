# uncancel() down to zero takes back a cancellation that has not been delivered yet (new in 3.13).
import asyncio


async def main():
    task = asyncio.current_task()
    task.cancel()
    task.cancel()
    print(task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel())
    await asyncio.sleep(1)
    print("never cancelled, at", asyncio.get_running_loop().time())
    task.cancel()
    task.cancel()
    task.uncancel()  # one request is left
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled by the one that was left")


asyncio.run(main())
