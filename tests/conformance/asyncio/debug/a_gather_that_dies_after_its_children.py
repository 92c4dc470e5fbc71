# A gather that dies with its failure says where it was made, whatever its children said before it.
import asyncio


async def gathers():
    both = asyncio.gather(asyncio.sleep(0), asyncio.shield(asyncio.sleep(0)))
    both.cancel()
    await asyncio.sleep(1)


async def main():
    asyncio.create_task(gathers())
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.set_debug(True)
loop.run_until_complete(main())
loop.run_until_complete(gathers())
