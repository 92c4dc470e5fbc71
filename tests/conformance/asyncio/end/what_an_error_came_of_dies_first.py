# Two errors come one after another as a coroutine is closed at the end, and the last of them is only shown. What the first one's
# frames alone had dies before what the last one's have, though nobody awaited either.
import asyncio

event = asyncio.Event()
queue = asyncio.Queue()


async def cleans():
    try:
        try:
            await asyncio.sleep(1)
        finally:
            asyncio.create_task(queue.get())
    finally:
        asyncio.gather(event.wait())


async def main():
    asyncio.create_task(cleans())
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
