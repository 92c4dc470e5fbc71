# Nobody is there any more: the first write() goes out, and its answer breaks the connection. Whoever says then that no more comes is
# told that there is no connection, be it at once or later.
import asyncio

connections = []


async def main():
    served = asyncio.Event()

    async def greets(reader, writer):
        await asyncio.sleep(0.1)
        writer.write(b"hello\n")
        try:
            writer.write_eof()
        except OSError as error:
            print("at once", error)
        writer.close()
        served.set()

    async def listens(reader, writer):
        connections.append(writer)
        print("listens", await reader.read(100))
        served.set()

    server = await asyncio.start_server(greets, "127.0.0.1", 0)
    _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.transport.abort()
    await served.wait()
    server.close()

    served.clear()
    server = await asyncio.start_server(listens, "127.0.0.1", 0)
    _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"word")
    await served.wait()
    writer.close()
    await writer.wait_closed()
    connections[0].transport.pause_reading()
    connections[0].write(b"too late")
    await asyncio.sleep(0.1)
    try:
        connections[0].write_eof()
    except OSError as error:
        print("later", error)
    connections[0].close()
    server.close()


asyncio.run(main())
