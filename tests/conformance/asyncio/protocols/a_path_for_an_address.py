# Unix sockets: a path stands for host and port. The loop's own create_unix_server and create_unix_connection are below the streams.
import asyncio


async def serve(reader, writer):
    print("server: from", repr(writer.get_extra_info("peername")), "at", repr(writer.get_extra_info("sockname")))
    writer.write(b"you said " + await reader.readline())
    writer.close()


class Counts(asyncio.Protocol):
    def connection_made(self, transport):
        transport.write(b"1 2 3")
        transport.close()


class Collects(asyncio.Protocol):
    def __init__(self):
        self.lost = asyncio.get_running_loop().create_future()

    def data_received(self, data):
        print("collected", data)

    def connection_lost(self, exc):
        self.lost.set_result(exc)


async def main():
    server = await asyncio.start_unix_server(serve, "first.sock")
    print(server.sockets[0].getsockname(), server.is_serving())
    reader, writer = await asyncio.open_unix_connection("first.sock")
    writer.write(b"hello\n")
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    loop = asyncio.get_running_loop()
    server = await loop.create_unix_server(Counts, "second.sock")
    transport, collects = await loop.create_unix_connection(Collects, "second.sock")
    print("lost with", await collects.lost)
    server.close()
    for wrong in (lambda: asyncio.open_unix_connection("nowhere.sock"), lambda: asyncio.open_unix_connection(),
                  lambda: asyncio.start_unix_server(serve), lambda: loop.create_unix_connection(Collects)):
        try:
            await wrong()
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
