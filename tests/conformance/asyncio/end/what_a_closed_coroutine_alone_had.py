# When the names are gone the coroutines of pending tasks are closed, one after the other. A task
# that only the frames of one of them still have (here those of asyncio.wait()) dies as that one is
# closed, its coroutine with it, before the locals of the frames outside: nobody awaits
# "second_part" first, then "kept", and "later" is closed after both.
import asyncio


async def second_part():
    pass


async def kept():
    pass


async def waits():
    local = kept()
    await asyncio.wait([asyncio.create_task(second_part())])
    print(local)


async def later():
    try:
        await asyncio.sleep(1)
    finally:
        print("later is closed")


async def main():
    asyncio.create_task(waits())
    asyncio.create_task(later())


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
