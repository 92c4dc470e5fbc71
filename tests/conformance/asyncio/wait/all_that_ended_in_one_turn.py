# FIRST_COMPLETED gives all that are done when the waiter runs again, not only the first.
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    pending = {asyncio.create_task(child(name, s)) for name, s in (("a", 1), ("b", 1), ("c", 1), ("d", 2), ("e", 1.5))}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print(asyncio.get_running_loop().time(), sorted(task.result() for task in done), len(pending))


asyncio.run(main())
