# The protocols' methods do nothing until somebody overrides them: each can be called, and gives None.
import asyncio

CALLS = {
    asyncio.BaseProtocol: [],
    asyncio.Protocol: [("data_received", b"x"), ("eof_received",)],
    asyncio.BufferedProtocol: [("get_buffer", 100), ("buffer_updated", 3), ("eof_received",)],
    asyncio.DatagramProtocol: [("datagram_received", b"x", ("127.0.0.1", 9)), ("error_received", OSError(1))],
    asyncio.SubprocessProtocol: [("pipe_data_received", 1, b"x"), ("pipe_connection_lost", 1, None), ("process_exited",)],
}
for kind, calls in CALLS.items():
    protocol = kind()
    print(kind.__name__, [base.__name__ for base in kind.__mro__[1:]], kind.__slots__, hasattr(protocol, "__dict__"))
    for name, *arguments in [("connection_made", None), ("connection_lost", None), ("pause_writing",), ("resume_writing",), *calls]:
        print(" ", name, getattr(protocol, name)(*arguments))
    try:
        protocol.transport = None
    except AttributeError as error:
        print("  no attributes of its own:", error)


class Mine(asyncio.Protocol):
    def data_received(self, data):
        self.seen = data


mine = Mine()
mine.data_received(b"a subclass has them")
print(mine.seen, isinstance(mine, asyncio.BaseProtocol), issubclass(asyncio.StreamReaderProtocol, asyncio.Protocol))
