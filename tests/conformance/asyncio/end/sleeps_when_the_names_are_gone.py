# A finally block that runs when the names are gone takes its time as any other: the program's clock ends later.
import asyncio
import time


async def sleeps(sleep):
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        sleep(0.25)


async def main():
    asyncio.create_task(sleeps(time.sleep))
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
