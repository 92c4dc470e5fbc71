# Streams over a transport that the program wrote itself: what they ask of it, in which order, and what their reprs tell.
import asyncio


class Spoken(asyncio.Transport):
    def __init__(self, can_pause=True):
        super().__init__({"peername": "nobody"})
        self.can_pause = can_pause
        self.closing = False

    def __repr__(self):
        return "<Spoken>"

    def get_extra_info(self, name, default=None):
        print("  asked for", name)
        return super().get_extra_info(name, default)

    def pause_reading(self):
        print("  pause")
        if not self.can_pause:
            raise NotImplementedError

    def resume_reading(self):
        print("  resume")

    def write(self, data):
        print("  write", data)
        return "not passed on"

    def can_write_eof(self):
        return "can"

    def write_eof(self):
        print("  write_eof")
        return "eof"

    def is_closing(self):
        print("  closing?")
        return self.closing

    def close(self):
        print("  close")
        self.closing = True
        return "closed"


async def attempt(awaitable):
    try:
        print(await awaitable)
    except Exception as error:
        print(repr(error), error.args, repr(error.__context__))


def made(limit=4, can_pause=True, callback=None):
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=limit, loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, callback, loop=loop)
    transport = Spoken(can_pause)
    protocol.connection_made(transport)
    return reader, protocol, transport, asyncio.StreamWriter(transport, protocol, reader, loop)


async def reading():
    print("reading")
    reader, protocol, transport, writer = made()
    print(reader)
    protocol.data_received(b"12345678")
    protocol.data_received(b"")
    print(reader)
    protocol.data_received(b"9\n")
    print(reader)
    await attempt(reader.read(0))
    await attempt(reader.readexactly(0))
    await attempt(reader.readline())
    print(reader)
    protocol.data_received(b"a\nbcdefgh")
    await attempt(reader.readline())
    await attempt(reader.readline())
    protocol.data_received(b"0012345")
    await attempt(reader.readuntil(b"--"))
    await attempt(reader.readuntil((b"45", b"345", b"3")))
    await attempt(reader.readuntil((b"45", b"5")))
    for separator in ((), b"", (b"x", b"")):
        await attempt(reader.readuntil(separator))
    protocol.data_received(b"0123456789")
    waiting = asyncio.create_task(attempt(reader.readexactly(12)))
    await asyncio.sleep(0)
    for call in (reader.read(1), reader.readexactly(30), reader.readuntil(b"!")):
        await attempt(call)
    protocol.data_received(b"ab" * 5)
    await waiting
    print(reader, reader.at_eof())
    print(protocol.eof_received(), reader, reader.at_eof())
    await attempt(reader.readexactly(20))
    print(reader, reader.at_eof())
    for call in (reader.read(), reader.readline(), reader.readuntil(), reader.readexactly(1), reader.readexactly(-1)):
        await attempt(call)
    print([line async for line in reader])
    try:
        reader.feed_data(b"late")
    except AssertionError as error:
        print(repr(error))
    try:
        reader.set_transport(transport)
    except AssertionError as error:
        print(repr(error))

    print("that cannot pause")
    reader, protocol, transport, writer = made(can_pause=False)
    protocol.data_received(b"123456789")
    protocol.data_received(b"abcdefghi")
    print(reader)
    protocol.connection_lost(None)
    await attempt(reader.read())
    await attempt(writer.wait_closed())


async def breaking():
    print("breaking")
    reader, protocol, transport, writer = made()
    waiting = asyncio.create_task(attempt(reader.readline()))
    await asyncio.sleep(0)
    protocol.connection_lost(OSError("broken"))
    await waiting
    print(reader, reader.exception())
    for call in (reader.read(1), reader.readexactly(0), reader.readexactly(-1), reader.readuntil(b""), reader.readline()):
        await attempt(call)
    await attempt(writer.drain())
    await attempt(writer.wait_closed())
    for limit in (0, -1):
        try:
            asyncio.StreamReader(limit)
        except ValueError as error:
            print(error)


async def writing():
    print("writing")
    reader, protocol, transport, writer = made(limit=2 ** 16)
    print(writer)
    print(asyncio.StreamWriter(transport, protocol, None, asyncio.get_running_loop()))
    print(writer.write(b"1"), writer.writelines([b"2", b"3"]), writer.can_write_eof(), writer.write_eof(), writer.transport)
    print(writer.get_extra_info("peername"), writer.get_extra_info("socket", "none"), writer.is_closing())
    protocol.pause_writing()
    drains = [asyncio.create_task(attempt(writer.drain())) for _ in range(3)]
    await asyncio.sleep(0)
    drains[1].cancel()
    protocol.resume_writing()
    print(await asyncio.gather(*drains, return_exceptions=True))
    for wrong in (protocol.resume_writing, lambda: (protocol.pause_writing(), protocol.pause_writing())):
        try:
            wrong()
        except AssertionError as error:
            print(repr(error))
    drain = asyncio.create_task(attempt(writer.drain()))
    await asyncio.sleep(0)
    print(writer.close(), writer.is_closing())
    protocol.connection_lost(ConnectionAbortedError("gone"))
    protocol.connection_lost(ConnectionAbortedError("gone twice"))
    await drain
    await attempt(asyncio.StreamWriter(transport, protocol, None, asyncio.get_running_loop()).drain())
    await attempt(writer.wait_closed())
    try:
        asyncio.StreamWriter(transport, protocol, "no reader", asyncio.get_running_loop())
    except AssertionError as error:
        print(repr(error))


async def serving():
    print("serving")
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context["message"], sorted(context)))

    async def fails(reader, writer):
        print(" handled", reader, writer)
        1 / 0

    async def is_cancelled(reader, writer):
        asyncio.current_task().cancel()
        await asyncio.sleep(1)

    async def ends(reader, writer):
        return writer

    for callback in (fails, is_cancelled, ends, lambda reader, writer: print(" called", reader, writer)):
        loop = asyncio.get_running_loop()
        protocol = asyncio.StreamReaderProtocol(asyncio.StreamReader(loop=loop), callback, loop=loop)
        transport = Spoken()
        protocol.connection_made(transport)
        print(sorted(task.get_coro().__name__ for task in asyncio.all_tasks()))
        for _ in range(3):
            await asyncio.sleep(0)
            print(" turn")
        transport.closing = True
        protocol.connection_lost(None)


for part in (reading, breaking, writing, serving):
    asyncio.run(part())
print(asyncio.open_connection.__qualname__, asyncio.streams.FlowControlMixin.__mro__[1], asyncio.StreamReaderProtocol.__mro__)
