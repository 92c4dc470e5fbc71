# A future that is done has no callbacks any more: its name does not reach the task that waited for it. That one is lost with its
# closed loop, in a circle with a gather, and its coroutine is closed while modules can still be imported.
import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()


async def waits():
    try:
        await future
    finally:
        import bisect
        print("closed with", bisect.__name__)


async def gathers():
    asyncio.gather(waits())


def set_and_stop():
    future.set_result(1)
    loop.stop()


loop.run_until_complete(gathers())
loop.call_later(1, set_and_stop)
loop.run_forever()
loop.close()
print("the loop is closed")
