# What is longer than the limit: readuntil says how much may be read, readline throws the line away.
import asyncio


async def attempt(awaitable):
    try:
        print("gave", await awaitable)
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "consumed", ""))


async def main():
    reader = asyncio.StreamReader(limit=5)
    print(reader)
    reader.feed_data(b"much too long\nshort\n")
    await attempt(reader.readuntil())
    await attempt(reader.readline())
    await attempt(reader.readline())
    reader.feed_data(b"no newline at all")
    await attempt(reader.readuntil())
    await attempt(reader.readline())
    print(reader)
    reader.feed_data(b"ok\n")
    await attempt(reader.readline())


asyncio.run(main())
