# Awaiting tasks one by one stops at the first failure: the failures of the others are never seen, and reported at the end.
# (When: main's frame is part of the first error's traceback, so all three tasks die with the program, not with main.)
import asyncio


async def fails(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(seconds)


async def main():
    first, second, third = (asyncio.create_task(fails(n), name=f"fails-{n}") for n in (1, 2, 3))
    try:
        await first
        await second
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(5)
    print("second and third are done:", second.done(), third.done())


asyncio.run(main())
