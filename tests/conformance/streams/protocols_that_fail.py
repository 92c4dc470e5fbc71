# Protocols: what each of their methods is called with when it fills buffers of its own, and what becomes of a connection whose
# protocol raises.
import asyncio


class Plain(asyncio.Protocol):
    def __init__(self, raising, error=ZeroDivisionError):
        self.raising = raising
        self.error = error
        self.ended = asyncio.get_running_loop().create_future()

    def told(self, name, *args):
        print(" ", name, *args)
        if name == self.raising:
            raise self.error(name)

    def connection_made(self, transport):
        self.transport = transport
        self.told("connection_made")

    def data_received(self, data):
        self.told("data_received", data)

    def eof_received(self):
        self.told("eof_received")
        return self.raising == "kept open"

    def pause_writing(self):
        self.told("pause_writing")

    def resume_writing(self):
        self.told("resume_writing")

    def connection_lost(self, exc):
        self.ended.set_result(None)
        self.told("connection_lost", repr(exc))


class Buffered(Plain, asyncio.BufferedProtocol):
    def __init__(self, raising, size=4, kind=bytearray):
        super().__init__(raising)
        self.buffer = bytearray(size)
        self.kind = kind

    def get_buffer(self, sizehint):
        self.told("get_buffer", sizehint)
        return self.kind(self.buffer) if self.kind is memoryview else self.buffer

    def buffer_updated(self, nbytes):
        self.told("buffer_updated", nbytes, bytes(self.buffer[:nbytes]))


def report(loop, context):
    error = context.pop("exception", None)
    print("  reported:", context["message"].split("\n")[0].split("(")[0], repr(error), sorted(context), context.get("protocol") is not None)


async def meet(protocol, *said):
    print(type(protocol).__name__, protocol.raising)
    asyncio.get_running_loop().set_exception_handler(report)
    heard = []

    async def talk(reader, writer):
        for each in said:
            writer.write(each)
            await asyncio.sleep(0.1)
        writer.write_eof()
        heard.append(await reader.read())
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 8888)
    try:
        transport, _ = await asyncio.get_running_loop().create_connection(lambda: protocol, "127.0.0.1", 8888)
        await asyncio.sleep(0.5)
        print("  closing:", transport.is_closing(), "reading:", transport.is_reading(), transport.get_protocol() is protocol)
        if not transport.is_closing():
            transport.write(b"last words")
            transport.close()
        await asyncio.sleep(0.1)
        print("  ended:", protocol.ended.done(), heard)
    except Exception as error:
        print(repr(error))
    server.close()
    await server.wait_closed()


async def limits():
    print("limits")
    kept = []
    protocol = Plain("pause_writing")
    server = await asyncio.start_server(lambda *streams: kept.append(streams), "127.0.0.1", 8888)
    transport, _ = await asyncio.get_running_loop().create_connection(lambda: protocol, "127.0.0.1", 8888)
    print(transport.get_write_buffer_limits(), transport.get_write_buffer_size())
    for limits in ({"high": 100}, {"low": 100}, {"high": 7, "low": 7}, {"high": 0}, {"low": 0}, {}, {"high": 1, "low": 2}, {"low": -1},
                   {"high": -1}, {"high": 10, "low": -1}):
        try:
            transport.set_write_buffer_limits(**limits)
            print(limits, transport.get_write_buffer_limits())
        except ValueError as error:
            print(error)
    for wrong in ("text", [1], None, 5):
        try:
            transport.write(wrong)
        except TypeError as error:
            print(error)
    for wrong in (["text"], 5):
        try:
            transport.writelines(wrong)
        except TypeError as error:
            print(error)
    print(transport.writelines([]), transport.write(b""), transport.can_write_eof(), transport.write_eof(), transport.write_eof())
    for write, what in ((transport.write, b"x"), (transport.writelines, [b"x"]), (transport.writelines, [])):
        try:
            print(write(what))
        except RuntimeError as error:
            print(error)
    print(type(transport).__name__, [each.__name__ for each in type(transport).__mro__[1:]])
    transport.abort()
    transport.close()
    transport.pause_reading()
    transport.resume_reading()
    print(transport.is_closing())
    await protocol.ended
    await asyncio.sleep(0)
    print(str(transport)[:35])
    for _, writer in kept:
        writer.close()
    server.close()
    await server.wait_closed()


async def main():
    for raising in (None, "kept open", "connection_made", "data_received", "eof_received", "connection_lost"):
        await meet(Plain(raising), b"one", b"two")
    for error in (ConnectionError, BlockingIOError):
        await meet(Plain("data_received", error), b"one")
    for raising in (None, "get_buffer", "buffer_updated", "eof_received"):
        await meet(Buffered(raising), b"one", b"two and three")
    await meet(Buffered("with a view", 6, memoryview), b"one", b"two and three")
    await meet(Buffered("without room", 0), b"one")
    await limits()


asyncio.run(main())
