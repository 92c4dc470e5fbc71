# Every way to read, on a StreamReader fed by hand.
import asyncio


async def attempt(awaitable):
    try:
        print("gave", await awaitable)
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "partial", ""), getattr(error, "expected", ""),
              getattr(error, "consumed", ""))


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"first line\nsecond;third;fourth")
    print(reader)
    await attempt(reader.readline())
    await attempt(reader.readuntil(b";"))
    await attempt(reader.read(3))
    await attempt(reader.readexactly(3))
    await attempt(reader.read(0))
    await attempt(reader.readexactly(0))
    await attempt(reader.readexactly(-1))
    await attempt(reader.readuntil(b""))
    asyncio.get_running_loop().call_later(1, reader.feed_data, b" and more")
    await attempt(reader.readexactly(12))
    reader.feed_data(b"last")
    reader.feed_eof()
    print(reader, reader.at_eof())
    await attempt(reader.readexactly(10))
    print(reader.at_eof())
    await attempt(reader.read())
    await attempt(reader.read(5))
    await attempt(reader.readline())
    await attempt(reader.readuntil(b"x"))

    reader = asyncio.StreamReader()
    reader.feed_data(b"all\nof\nit")
    reader.feed_eof()
    async for line in reader:
        print("line", line)
    reader = asyncio.StreamReader()
    for piece in (b"ab", b"cd", b"ef"):
        reader.feed_data(piece)
    reader.feed_eof()
    await attempt(reader.read(-1))
    reader = asyncio.StreamReader()
    reader.feed_data(b"a--b++c")
    await attempt(reader.readuntil((b"++", b"--")))
    await attempt(reader.readuntil((b"++", b"--")))
    await attempt(reader.readuntil(()))
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)


asyncio.run(main())
