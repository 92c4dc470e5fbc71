# pause_writing() comes when the transport's buffer is above its high-water mark, resume_writing() when it is below the low one.
import asyncio


class Sender(asyncio.Protocol):
    def __init__(self):
        self.may_write = asyncio.Event()
        self.may_write.set()

    def connection_made(self, transport):
        self.transport = transport
        transport.set_write_buffer_limits(high=100_000, low=10)
        print("limits", transport.get_write_buffer_limits())

    def pause_writing(self):
        print("pause_writing", self.transport.get_write_buffer_size() > 100_000)
        self.may_write.clear()

    def resume_writing(self):
        print("resume_writing", self.transport.get_write_buffer_size() <= 10)
        self.may_write.set()


class Sink(asyncio.Protocol):
    """Takes nothing until it is told to."""

    def __init__(self, ready):
        self.ready, self.taken, self.full = ready, 0, asyncio.Event()

    def connection_made(self, transport):
        self.transport = transport
        transport.pause_reading()
        print("the sink reads:", transport.is_reading())
        self.ready.set_result(self)

    def data_received(self, data):
        self.taken += len(data)
        if self.taken == 20_000_000:
            self.full.set()


async def main():
    loop = asyncio.get_running_loop()
    ready = loop.create_future()
    server = await loop.create_server(lambda: Sink(ready), "127.0.0.1", 0)
    transport, sender = await loop.create_connection(Sender, *server.sockets[0].getsockname())
    sink = await ready
    transport.write(b"x" * 20_000_000)
    print("may write:", sender.may_write.is_set())
    sink.transport.resume_reading()
    print("the sink reads:", sink.transport.is_reading())
    await sender.may_write.wait()
    await sink.full.wait()
    print("all of it arrived:", sink.taken)
    try:
        transport.set_write_buffer_limits(high=1, low=2)
    except ValueError as error:
        print(error)
    transport.close()
    server.close()


asyncio.run(main())
