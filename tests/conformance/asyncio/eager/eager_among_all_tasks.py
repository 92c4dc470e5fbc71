# An eager task joins the others when its first step is over: behind the tasks that it made in that step, which are the first to be
# cancelled when main() ends.
import asyncio


async def waits(name):
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        print("cancelled:", name)
        raise


async def parent():
    asyncio.create_task(waits("child"))
    await waits("parent")


async def main():
    asyncio.Task(parent(), loop=asyncio.get_running_loop(), eager_start=True)
    asyncio.create_task(waits("last"))
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
