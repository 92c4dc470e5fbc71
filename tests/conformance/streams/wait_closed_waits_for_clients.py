# Server.wait_closed() waits for the connections that there still are; close_clients() ends them.
import asyncio


async def serve(reader, writer):
    while await reader.read(10):
        pass
    await asyncio.sleep(1)
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.sleep(0.5)
    server.close()
    loop.call_later(1, writer.close)
    await server.wait_closed()
    print("all gone at", loop.time())

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.sleep(0.5)
    server.close()
    server.close_clients()
    await server.wait_closed()
    print("closed at once", loop.time(), await reader.read())
    writer.close()


asyncio.run(main())
