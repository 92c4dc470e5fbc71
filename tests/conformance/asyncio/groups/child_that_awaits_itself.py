# A child of a group awaits itself, which is a RuntimeError. Whoever waits for it is woken with that exception, but the group
# has cancelled its parent by then: the parent has taken the exception all the same, and with it the way that the exception
# had come. So the other one who waits shows only its own frames, and the child's frame dies with its variables.
import asyncio

tasks = {}


class Noisy:
    def __del__(self):
        print("the child's frame dies")


async def other():
    await asyncio.sleep(0)
    await tasks["child"]


async def child():
    noisy = Noisy()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await tasks["child"]


async def parent():
    async with asyncio.TaskGroup() as group:
        tasks["child"] = group.create_task(child(), name="child")
        await tasks["child"]


async def main():
    first, second = asyncio.create_task(parent()), asyncio.create_task(other())
    try:
        await first
    except* RuntimeError as errors:
        print(len(errors.exceptions))
    print(second.done())


asyncio.run(main())
