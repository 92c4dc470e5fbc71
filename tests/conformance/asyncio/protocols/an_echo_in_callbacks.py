# What a connection tells its protocols, in order: made, data, the end of the data, lost.
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        print("server: connection_made")
        self.transport = transport

    def data_received(self, data):
        print("server: data_received", data)
        self.transport.write(data.upper())

    def eof_received(self):
        print("server: eof_received")
        self.transport.write(b"bye")
        return False  # close, once the buffer is written

    def connection_lost(self, exc):
        print("server: connection_lost", exc)


class Client(asyncio.Protocol):
    def __init__(self):
        self.lost = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        print("client: connection_made", transport.get_protocol() is self)
        transport.write(b"hello")
        transport.writelines([b" ", b"there"])
        transport.write_eof()

    def data_received(self, data):
        print("client: data_received", data)

    def connection_lost(self, exc):
        print("client: connection_lost", exc)
        self.lost.set_result(exc)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 0)
    transport, client = await loop.create_connection(Client, *server.sockets[0].getsockname())
    print("main: connected", isinstance(transport, asyncio.Transport))
    print("main: lost with", await client.lost, transport.is_closing())
    server.close()
    await server.wait_closed()


asyncio.run(main())
