# A collection clears weak references before it finalises: all_tasks() has none of the tasks that die with it.
import asyncio

loop = asyncio.new_event_loop()
kept = []


async def worker(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "sees", len(asyncio.all_tasks(loop)))


async def main():
    kept.append(asyncio.create_task(worker("kept"), name="kept"))
    asyncio.create_task(worker("dropped"), name="dropped")
    asyncio.gather(worker("gathered"))
    asyncio.shield(worker("shielded"))
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))


loop.run_until_complete(main())
