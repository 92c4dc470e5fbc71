# title: Tasks that belong together
# group: Task groups
# look for: The block ends when its last task has ended, at 2 s; nothing is left running behind it, and
#   the results are there.
# from: Simul

import asyncio


async def load(part, seconds):
    await asyncio.sleep(seconds)
    return f"{part} loaded"


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(load(part, s)) for part, s in (("engine", 2), ("map", 1), ("sound", 0.5))]
        print("all started")
    for task in tasks:
        print(task.result())


asyncio.run(main())
