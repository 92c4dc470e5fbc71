# title: Tasks that begin at once
# group: Under the hood
# look for: With the eager factory a task runs to its first wait inside create_task(); one that never waits is done
#   before create_task() returns.
# from: Simul

import asyncio


async def lookup(name, cached):
    print("looks for", name)
    if not cached:
        await asyncio.sleep(1)
    return name


async def main():
    for factory in (None, asyncio.eager_task_factory):
        asyncio.get_running_loop().set_task_factory(factory)
        print("eager:" if factory else "usual:")
        tasks = [asyncio.create_task(lookup("known", True)), asyncio.create_task(lookup("new", False))]
        print("done already:", [task.done() for task in tasks])
        await asyncio.wait(tasks)


asyncio.run(main())
