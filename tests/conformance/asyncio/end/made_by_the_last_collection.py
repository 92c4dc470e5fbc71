# What finalisers make in the last collection is in no collection any more: a generator in a circle is never closed, nobody hears of
# a failure in one.
import asyncio


async def stream():
    try:
        yield 1
    finally:
        print("the stream is closed")


async def fails(numbers):
    return numbers["none"]


async def cleans():
    try:
        await asyncio.sleep(0)
    finally:
        print("cleaning up")
        circle = [asyncio.Future(loop=loop)]
        circle[0].circle = circle
        circle[0].set_exception(ValueError("nobody hears of it"))
        items = stream()
        await anext(items)
        await asyncio.sleep(0)


async def main():
    asyncio.shield(cleans()).cancel()


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
