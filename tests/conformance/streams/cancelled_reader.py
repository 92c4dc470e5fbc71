# Cancelling a task that reads loses nothing: what comes later is there for the next one. A timeout around a read.
import asyncio


async def serve(reader, writer):
    await asyncio.sleep(1)
    writer.write(b"first\n")
    await asyncio.sleep(1)
    writer.write(b"second\n")
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    try:
        async with asyncio.timeout(0.5):
            await reader.readline()
    except TimeoutError:
        print("nothing yet", loop.time())
    print(await reader.readline(), loop.time())
    try:
        await asyncio.wait_for(reader.readexactly(100), 0.25)
    except TimeoutError:
        print("not so much", loop.time())
    try:
        await reader.readexactly(100)
    except asyncio.IncompleteReadError as error:
        print(error.partial, error.expected, loop.time())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(main())
