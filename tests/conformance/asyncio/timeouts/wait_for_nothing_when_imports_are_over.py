# wait_for() without time makes a task first: when no loop can be looked for any more, at the very end, what it refuses with has
# the coroutine as long as it is shown. Only then the coroutine is found never awaited, and nowhere in particular.
import asyncio


async def job():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.wait_for(asyncio.sleep(0.1), 0)


async def main():
    asyncio.create_task(job())
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
