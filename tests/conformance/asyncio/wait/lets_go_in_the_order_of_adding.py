# Only wait() had these tasks: as it is closed they die in the order in which they were given, and the list is long gone.
import asyncio


async def one():
    pass


async def two():
    pass


async def waits():
    await asyncio.wait([asyncio.create_task(one()), asyncio.create_task(two()), asyncio.create_task(asyncio.sleep(1))])


async def main():
    asyncio.create_task(waits())
    asyncio.get_running_loop().call_soon(loop.stop)
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.create_task(main())
loop.run_forever()
print("at the end")
