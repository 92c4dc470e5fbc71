# A StreamReader needs no connection: whoever has the bytes feeds it. One that nobody feeds is waited for without end, and
# what is said of its task names asyncio's own function, not a line of the program.
import asyncio


async def main():
    reader = asyncio.StreamReader()
    reading = asyncio.create_task(reader.readline(), name="reading")
    reader.feed_data(b"half a ")
    await asyncio.sleep(0)
    reader.feed_data(b"line\nand more")
    print(await reading)
    asyncio.create_task(reader.readexactly(100), name="too much")
    print(await asyncio.StreamReader().read(5))


asyncio.run(main())
