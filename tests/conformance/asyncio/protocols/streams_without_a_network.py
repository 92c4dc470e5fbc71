# StreamReader, StreamReaderProtocol and StreamWriter fit together around any transport: here one that only remembers.
import asyncio


class Memory(asyncio.Transport):
    def __init__(self):
        super().__init__({"peername": "nobody"})
        self.written, self.closing, self.reading = b"", False, True

    def write(self, data):
        self.written += bytes(data)

    def is_closing(self):
        return self.closing

    def close(self):
        self.closing = True

    def pause_reading(self):
        print("pause_reading")

    def resume_reading(self):
        print("resume_reading")

    def can_write_eof(self):
        return False


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=4, loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    transport = Memory()
    protocol.connection_made(transport)
    writer = asyncio.StreamWriter(transport, protocol, reader, loop)
    print(writer.transport is transport, writer.get_extra_info("peername"), writer.can_write_eof())
    writer.write(b"out")
    writer.writelines([b" and", b" out"])
    await writer.drain()
    print(transport.written)
    protocol.data_received(b"much more than twice four\n")
    print(await reader.readexactly(25))
    protocol.pause_writing()
    draining = asyncio.create_task(writer.drain())
    await asyncio.sleep(1)
    print("drain waits:", not draining.done())
    protocol.resume_writing()
    await draining
    protocol.data_received(b"abcdefgh")
    try:
        await reader.readuntil(b"|")
    except asyncio.LimitOverrunError as error:
        print(repr(error), error.consumed)
    print("eof_received:", protocol.eof_received())
    print(await reader.read(), reader.at_eof())
    try:
        await reader.readexactly(1)
    except asyncio.IncompleteReadError as error:
        print(repr(error), error.partial, error.expected)
    writer.close()
    print("closing", writer.is_closing())
    protocol.connection_lost(None)
    await writer.wait_closed()
    try:
        await writer.drain()
    except ConnectionResetError as error:
        print(repr(error))
    try:
        reader.set_transport(transport)
    except AssertionError as error:
        print("AssertionError:", error)
    another = asyncio.StreamReader(loop=loop)
    another.set_transport(transport)
    another.set_exception(OSError("unplugged"))
    print(another.exception())
    try:
        await another.read()
    except OSError as error:
        print(error)


asyncio.run(main())
print(issubclass(asyncio.SendfileNotAvailableError, RuntimeError), asyncio.SendfileNotAvailableError("no sendfile here"))
print(issubclass(asyncio.LimitOverrunError, Exception), issubclass(asyncio.IncompleteReadError, EOFError))
