# What was warned of at a line is not said again there when the program's names are gone.
import asyncio

event = asyncio.Event()


async def waits():
    try:
        await event.wait()
    finally:
        asyncio.sleep(1)


async def main():
    kept = asyncio.shield(waits())
    await asyncio.wait_for(waits(), 1)
    return kept


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
