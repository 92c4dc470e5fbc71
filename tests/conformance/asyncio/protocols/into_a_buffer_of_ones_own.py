# A BufferedProtocol hands out the buffer, and is told how much of it is new.
import asyncio


class Frames(asyncio.BufferedProtocol):
    """Frames of four bytes."""

    def __init__(self):
        self.buffer = bytearray(4)
        self.filled = 0
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        print("connection_made")

    def get_buffer(self, sizehint):
        return memoryview(self.buffer)[self.filled:]

    def buffer_updated(self, nbytes):
        self.filled += nbytes
        if self.filled == len(self.buffer):
            print("frame", bytes(self.buffer))
            self.filled = 0

    def eof_received(self):
        print("eof_received; left over:", bytes(self.buffer[:self.filled]))

    def connection_lost(self, exc):
        print("connection_lost", exc)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    frames = Frames()
    server = await loop.create_server(lambda: frames, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    for part in (b"abcd", b"ef", b"gh", b"ijklmnop", b"q"):
        writer.write(part)
        await asyncio.sleep(0.1)
    writer.close()
    await writer.wait_closed()
    await frames.done
    server.close()


asyncio.run(main())
