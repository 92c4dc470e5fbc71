# A shield whose awaiter was cancelled marks a later failure of the inner task as seen: nobody ever hears of it.
# (3.13's source does so; its documentation is silent. 3.14 reports such a failure.)
import asyncio


async def inner():
    await asyncio.sleep(2)
    raise ValueError("from behind the shield")


async def main():
    task = asyncio.create_task(inner(), name="inner")

    async def outer():
        await asyncio.shield(task)

    waiting = asyncio.create_task(outer())
    await asyncio.sleep(1)
    waiting.cancel()
    await asyncio.wait([waiting])
    print("outer is cancelled, inner goes on:", not task.done())
    await asyncio.sleep(2)
    print("inner is done:", task.done())
    del task, waiting


asyncio.run(main())
