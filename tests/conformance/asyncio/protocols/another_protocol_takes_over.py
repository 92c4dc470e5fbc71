# set_protocol(): what comes next goes to another protocol, which is not told that a connection was made.
import asyncio


class Login(asyncio.Protocol):
    def connection_made(self, transport):
        print("login: connection_made")
        self.transport = transport

    def data_received(self, data):
        print("login:", data)
        self.transport.set_protocol(Session(self.transport, data.decode().strip()))
        print("login: the protocol is now a", type(self.transport.get_protocol()).__name__)

    def connection_lost(self, exc):
        print("login: connection_lost, which nobody should see")


class Session(asyncio.Protocol):
    def __init__(self, transport, name):
        self.transport, self.name = transport, name

    def connection_made(self, transport):
        print("session: connection_made, which nobody should see")

    def data_received(self, data):
        self.transport.write(f"{self.name} says {data.decode()}".encode())

    def connection_lost(self, exc):
        print("session: connection_lost", exc)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Login, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"ada\n")
    await asyncio.sleep(0.1)
    writer.write(b"hello")
    print(await reader.readexactly(14))
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.1)
    server.close()


asyncio.run(main())
