# `async with` releases its lock, semaphore or condition when the body raises or is cancelled.
import asyncio


async def fails(thing):
    async with thing:
        raise ValueError


async def sleeps(thing):
    async with thing:
        await asyncio.sleep(10)


async def main():
    for thing in (asyncio.Lock(), asyncio.Semaphore(1), asyncio.Condition()):
        try:
            await fails(thing)
        except ValueError:
            print(type(thing).__name__, thing.locked())
        task = asyncio.create_task(sleeps(thing))
        await asyncio.sleep(1)
        held = thing.locked()
        task.cancel()
        await asyncio.wait([task])
        print(type(thing).__name__, "held:", held, "after the cancellation:", thing.locked())


asyncio.run(main())
