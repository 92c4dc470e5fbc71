# wait_for() of a task cancels that task on timeout; shield() keeps it running and lets one ask again.
import asyncio


async def job():
    await asyncio.sleep(3)
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(job())
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print(loop.time(), "cancelled:", task.cancelled())
    task = asyncio.create_task(job())
    for attempt in range(4):
        try:
            print(loop.time(), await asyncio.wait_for(asyncio.shield(task), 1))
            break
        except TimeoutError:
            print(loop.time(), "attempt", attempt, "too early")


asyncio.run(main())
