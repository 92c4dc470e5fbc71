# A coroutine that goes on waiting when it is closed at the end is not closed again: what it still has in its blocks is not run.
import asyncio

event = asyncio.Event()


class Slow:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        print("leaves the block slowly")
        await asyncio.sleep(0)


async def waits():
    try:
        async with Slow():
            await event.wait()
    finally:
        print("never said")


async def main():
    asyncio.shield(waits()).cancel()
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")
