# An exception in a task that nobody awaits is reported when the task dies, not when it happens.
import asyncio


async def fails():
    raise ValueError("nobody sees me")


async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(1)
    print("done:", task.done())
    del task
    print("reported by now")
    asyncio.create_task(fails())
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
