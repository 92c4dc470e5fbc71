# wait_for() with no time left raises a TimeoutError from the CancelledError of what it gave up, and that one came while the
# caller handled another: both ways are told.
import asyncio


async def never_begins():
    print("not reached")


async def main():
    try:
        raise LookupError("the reason")
    except LookupError:
        await asyncio.wait_for(never_begins(), 0)


asyncio.run(main())
