# What only the exception of a future had lives until the loop lets go of the handle by which that future has woken a task, and
# what only the error had that a task is told because of what it has awaited; a cancellation is the step's own.
import asyncio


async def never():
    pass


async def fails():
    kept = never()
    raise ValueError("fails")


async def is_cancelled():
    kept = never()
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


async def waits(coroutine):
    try:
        await asyncio.create_task(coroutine)
    except (ValueError, asyncio.CancelledError) as error:
        print("caught", repr(error))
    print("goes on")


async def waits_for_all(coroutine):
    try:
        await asyncio.gather(coroutine)
    except (ValueError, asyncio.CancelledError) as error:
        print("caught", repr(error))
    print("goes on")


async def never_either():
    pass


async def fails_otherwise():
    kept = never_either()
    raise ValueError("fails otherwise")


async def may_not_wait(loop):
    try:
        try:
            await fails_otherwise()
        except ValueError:
            await loop.create_future()
    except RuntimeError as error:
        print("caught", repr(error.__context__))


async def other():
    print("another step")


async def main():
    for wait in (waits, waits_for_all):
        for coroutine in (fails, is_cancelled):
            task = asyncio.create_task(wait(coroutine()))
            await asyncio.sleep(1)
            print(task.done())
    task = asyncio.create_task(waits(fails()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asyncio.create_task(other())
    await asyncio.sleep(0)
    await asyncio.sleep(1)
    loop = asyncio.new_event_loop()
    asyncio.create_task(may_not_wait(loop))
    await asyncio.sleep(1)
    loop.close()
    print("end")


asyncio.run(main())
