# Only one task may wait for a stream; a failure of the stream reaches the one who waits, and all who come later.
import asyncio


async def main():
    reader = asyncio.StreamReader()
    waiting = asyncio.create_task(reader.read(5))
    await asyncio.sleep(0)
    for read in (reader.readline(), reader.readexactly(2), reader.read(1)):
        try:
            await read
        except RuntimeError as error:
            print(error)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("cancelled; now another may")
    waiting = asyncio.create_task(reader.read(5))
    await asyncio.sleep(0)
    reader.set_exception(ConnectionResetError("gone"))
    for read in (waiting, reader.readline(), reader.read()):
        try:
            await read
        except ConnectionResetError as error:
            print(repr(error))
    print(repr(reader.exception()))


asyncio.run(main())
