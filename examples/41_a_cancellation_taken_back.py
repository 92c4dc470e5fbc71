# title: A cancellation taken back
# group: Cancelling
# look for: The worker refuses once: it catches the CancelledError and calls uncancel(), so that timeouts and
#   groups inside it go on working.
# from: Simul

import asyncio


async def worker():
    try:
        await asyncio.sleep(2)
    except asyncio.CancelledError:
        # A request is open now: cancelling() is 1. Whoever swallows it must take it back.
        print("not now, I am nearly done")
        asyncio.current_task().uncancel()
        await asyncio.sleep(1)
    return "the result"


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    task.cancel()
    print(await task, "| open requests:", task.cancelling(), "| cancelled:", task.cancelled())


asyncio.run(main())
