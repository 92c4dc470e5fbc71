# title: Cancelling is asking
# group: Cancelling
# look for: cancel() at 1.2 s raises CancelledError at the worker's await; its finally may still take half a
#   second.
# from: Simul

import asyncio


async def worker():
    try:
        while True:
            print("works")
            await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        print("asked to stop")
        raise  # otherwise nobody would know that it was cancelled
    finally:
        await asyncio.sleep(0.5)
        print("put the tools away")


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1.2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", task.cancelled())


asyncio.run(main())
