# A coroutine goes on waiting while it is closed at the end, in an async generator that it has made then. The exception that it
# was closed with keeps its frame: the generator is closed by the last collection, after all that was there before.
import asyncio


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "is gone")


async def stream():
    try:
        yield "item"
        await asyncio.sleep(0)
    finally:
        print("the stream is closed")


async def goes_on(future):
    noted = Noted("what the coroutine had")
    try:
        await future
    finally:
        async for item in stream():
            print(item)


async def is_closed():
    try:
        await asyncio.sleep(1)
    finally:
        print("another coroutine is closed")


async def main():
    asyncio.create_task(goes_on(asyncio.get_running_loop().create_future()))
    asyncio.create_task(is_closed())
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
noted = Noted("what the program had")
