# A TimeoutError of timeout() and wait_for() carries the CancelledError as its cause; asyncio.TimeoutError is the built-in.
import asyncio


async def main():
    print(asyncio.TimeoutError is TimeoutError)
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError as error:
        print(repr(error), "from", repr(error.__cause__))
    try:
        await asyncio.wait_for(asyncio.sleep(5), 1)
    except TimeoutError as error:
        print(repr(error), "from", repr(error.__cause__))


asyncio.run(main())
