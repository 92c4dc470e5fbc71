# Cancelling a task that awaits another task cancels that one too; only shield() stands in between.
import asyncio


async def child(name):
    try:
        await asyncio.sleep(5)
        print(name, "is done")
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise


async def parent(awaitable):
    await awaitable


async def main():
    plain = asyncio.create_task(child("plain"))
    behind = asyncio.create_task(child("behind the shield"))
    parents = [asyncio.create_task(parent(plain)), asyncio.create_task(parent(asyncio.shield(behind)))]
    await asyncio.sleep(1)
    for each in parents:
        each.cancel()
    await asyncio.wait(parents)
    print([each.cancelled() for each in parents], plain.cancelled(), behind.done())
    await behind


asyncio.run(main())
