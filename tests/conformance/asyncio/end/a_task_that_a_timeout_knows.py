# A timeout knows its task for ever: where the program has it the task lives until the names go, and where only the block has
# it the task dies as the block is left, while its coroutine stands where it waited.
import asyncio

limits = {}


async def kept():
    async with asyncio.timeout_at(0) as limits["one"]:
        pass
    await asyncio.sleep(1)


async def outer():
    await kept()


async def failing():
    await asyncio.sleep(0)
    await asyncio.sleep(10)


async def left():
    async with asyncio.timeout(0):
        print("begins")
        await failing()


async def main():
    asyncio.shield(outer())
    both = asyncio.gather(asyncio.shield(left()))
    await asyncio.sleep(0)
    both.cancel()
    await both


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
except asyncio.CancelledError:
    print("cancelled")
finally:
    loop.close()
