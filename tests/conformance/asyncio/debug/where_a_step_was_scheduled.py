# In debug mode a report says where what runs now was scheduled, be it a callback or a task's step.
import asyncio


def report(what):
    asyncio.get_running_loop().call_exception_handler({"message": what})


async def first():
    report("in the first step")
    await asyncio.sleep(0)
    report("after a turn")
    await asyncio.sleep(1)
    report("after a sleep")


async def waits(future):
    try:
        await future
        report("after a future")
    except asyncio.CancelledError:
        report("after a cancellation")


async def awaits(task):
    await task
    report("after a task")


def settle(future):
    future.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    report("in main()")
    await asyncio.create_task(first())
    await loop.create_task(first())
    async with asyncio.TaskGroup() as group:
        group.create_task(first())
    future = loop.create_future()
    task = asyncio.create_task(awaits(asyncio.create_task(waits(future))))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    settle(future)
    await task
    future = loop.create_future()
    loop.call_later(0.5, settle, future)
    await waits(future)
    task = asyncio.create_task(waits(loop.create_future()))
    await asyncio.sleep(0)
    task.cancel()
    await task
    loop.call_soon(report, "in a callback")
    loop.call_later(0.1, report, "in a timer")
    await asyncio.sleep(0.2)
    await asyncio.gather(first(), return_exceptions=True)
    report("after a gather")


asyncio.run(main(), debug=True)
