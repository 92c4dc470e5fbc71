# `for` over as_completed() gives new awaitables, `async for` (3.13) gives the very tasks that were passed.
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    names = {asyncio.create_task(child(n, s)): n for n, s in (("a", 2), ("b", 1))}
    for coming in asyncio.as_completed(names):
        print(type(coming).__name__, coming in names, await coming)
    names = {asyncio.create_task(child(n, s)): n for n, s in (("c", 2), ("d", 1))}
    async for task in asyncio.as_completed(names):
        print(type(task).__name__, names[task], task.done(), task.result())
    try:
        for coming in asyncio.as_completed([child("x", 1), child("y", 2)]):
            raise LookupError("nobody awaits them")
    except LookupError as error:
        print(error)
    await asyncio.sleep(3)


asyncio.run(main())
