# The repr of a Timeout tells its state: created, active, expiring, expired, finished.
import asyncio


async def main():
    limit = asyncio.timeout_at(2)
    print(limit)
    async with limit:
        print(limit)
    print(limit)
    limit = asyncio.timeout(3)
    try:
        async with limit:
            try:
                await asyncio.sleep(9)
            finally:
                print(limit)
    except TimeoutError:
        print(limit)
    print(asyncio.timeout(None))


asyncio.run(main())
