# A timeout whose task waits for itself in a circle cannot cancel it: the report says where the deadline was set.
import asyncio


async def circle(tasks, timeout):
    async with asyncio.timeout(timeout) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 1)
        await tasks["other"]


async def other(task):
    await task


async def waits(tasks):
    await asyncio.wait_for(tasks["last"], 3)


async def last(task):
    await task


async def main():
    tasks = {}
    for begins, ends in ((circle(tasks, 5), "other"), (waits(tasks), "last")):
        task = asyncio.create_task(begins)
        tasks[ends] = asyncio.create_task({"other": other, "last": last}[ends](task))
        await asyncio.sleep(4)
    print("left", len(asyncio.all_tasks()))


loop = asyncio.new_event_loop()
loop.set_debug(True)
loop.run_until_complete(main())
