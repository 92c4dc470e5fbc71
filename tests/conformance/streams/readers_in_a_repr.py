# A task that reads shows at which line of asyncio's own it waits.
import asyncio


async def main():
    reader = asyncio.StreamReader()
    for call in (reader.read(), reader.readline(), reader.readexactly(3), reader.readuntil(b";")):
        task = asyncio.create_task(call)
        await asyncio.sleep(0)
        print(task)
        task.cancel()
        await asyncio.wait([task])
        print(task)


asyncio.run(main())
