# title: A task group: one fails, the others are cancelled
# group: Watch
# look for: At 0.5 s parse raises. In the same turn the group cancels the two that still work: a red
#   cross, and two grey strokes where they stood.
# truth: A TaskGroup cancels the rest and raises an ExceptionGroup; gather() would let them go on.
# from: Simul

import asyncio


async def work(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "is done")
    except asyncio.CancelledError:
        print("one of them is cancelled")
        raise


async def parse():
    await asyncio.sleep(0.5)
    raise ValueError("no such field")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("quick", 0.25), name="quick")
            group.create_task(parse(), name="parse")
            group.create_task(work("load", 1.0), name="load")
            group.create_task(work("index", 1.5), name="index")
    except* ValueError as errors:
        print("the group failed:", *errors.exceptions)


asyncio.run(main())
