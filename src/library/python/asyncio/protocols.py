"""What a transport calls. Mirrors CPython's Lib/asyncio/protocols.py."""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol")


class BaseProtocol:
    """Told of the connection and of how full the write buffer is."""

    __slots__ = ()

    def connection_made(self, transport):
        """There is a connection now."""

    def connection_lost(self, exc):
        """It is gone; exc is None after a close() or the other side's end."""

    def pause_writing(self):
        """The buffer is above its high-water mark."""

    def resume_writing(self):
        """It is below the low-water mark again."""


class Protocol(BaseProtocol):
    """For streams of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Some bytes, never none."""

    def eof_received(self):
        """The other side writes no more; the transport closes unless this gives something true."""


class BufferedProtocol(BaseProtocol):
    """For streams of bytes into the protocol's own buffers."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """The buffer for what comes next."""

    def buffer_updated(self, nbytes):
        """So many bytes of it are new."""

    def eof_received(self):
        """As in Protocol."""


class DatagramProtocol(BaseProtocol):
    """For datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """One datagram."""

    def error_received(self, exc):
        """Sending or receiving failed."""


class SubprocessProtocol(BaseProtocol):
    """For processes, which Simul does not have."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The process wrote."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe was closed."""

    def process_exited(self):
        """The process ended."""
