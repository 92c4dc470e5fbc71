# Whoever cancels a task that waits at the end of a TaskGroup gets the same CancelledError out of the group, and the group itself does
# not keep it: with the exception go the frames that it came through, and what they had, at once.
import asyncio


class Guest:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        try:
            asyncio.get_running_loop()
            print(self.name, "goes while the loop runs")
        except RuntimeError:
            print(self.name, "goes later")


async def nothing():
    pass


async def grouped(name):
    guest = Guest(name)
    asyncio.current_task().cancel()
    async with asyncio.TaskGroup() as group:
        group.create_task(nothing())
    print("not reached", guest)


async def main():
    guest = Guest("main's")
    try:
        await grouped("an awaited one's")
    except asyncio.CancelledError:
        print("cancelled", asyncio.current_task().uncancel())
    task = asyncio.create_task(grouped("a task's"))
    await asyncio.wait([task])
    print(task.cancelled())
    del task
    await asyncio.sleep(1)
    print("ends", guest.name)


asyncio.run(main())
