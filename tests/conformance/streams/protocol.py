# Without streams: a Protocol is called by its transport, in this order.
import asyncio


class Talks(asyncio.Protocol):
    def __init__(self, name, done=None):
        self.name, self.done = name, done

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, "connection_made", transport.is_closing(), transport.is_reading())
        if self.done is not None:
            transport.write(b"ping")

    def data_received(self, data):
        print(self.name, "data_received", data)
        if self.done is None:
            self.transport.write(b"pong")
        else:
            self.transport.close()
            print(self.name, "closed", self.transport.is_closing())

    def eof_received(self):
        print(self.name, "eof_received")

    def connection_lost(self, exc):
        print(self.name, "connection_lost", exc)
        if self.done is not None:
            self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Talks("server"), "127.0.0.1", 0)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Talks("client", done), *server.sockets[0].getsockname())
    print("connected", transport.get_protocol() is protocol, transport.get_extra_info("peername") == server.sockets[0].getsockname())
    await done
    print("done")
    await asyncio.sleep(0.1)
    try:
        transport.write("text")
    except TypeError as error:
        print(error)
    server.close()


asyncio.run(main())
