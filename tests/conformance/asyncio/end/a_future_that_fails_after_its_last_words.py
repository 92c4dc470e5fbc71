# In the last collection a future is asked for its last words before any coroutine is closed. What it fails with then is nobody's to
# tell of.
import asyncio

futures = {}


async def waits():
    try:
        await asyncio.wait([futures["waited for"]])
    finally:
        print("closed")
        futures["waited for"].set_exception(RuntimeError("nobody is told"))
        failed = asyncio.Future(loop=loop)
        failed.set_exception(RuntimeError("somebody is told"))


async def main():
    futures["waited for"] = loop.create_future()
    asyncio.create_task(waits())
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
