# A failure reaches who awaits gather() at once; the siblings are not cancelled and go on.
import asyncio
import time

start = time.perf_counter()


def stamp():
    return f"{time.perf_counter() - start:.1f}"


async def works(name, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(stamp(), name, "cancelled")
        raise
    print(stamp(), name, "done")
    return name


async def fails():
    await asyncio.sleep(1)
    raise ValueError("broken")


async def main():
    try:
        await asyncio.gather(works("a", 2), fails(), works("b", 9))
    except ValueError as error:
        print(stamp(), "caught", error)
    await asyncio.sleep(3)
    print(stamp(), "main ends")


asyncio.run(main())
