"""What a protocol writes to. Mirrors CPython's Lib/asyncio/transports.py."""

__all__ = ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport", "SubprocessTransport")


class BaseTransport:
    """One end of a connection."""

    __slots__ = ("_extra",)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """What is known of the connection under that name: "peername", "sockname", "socket"."""
        return self._extra.get(name, default)

    def is_closing(self):
        """True once close() was called, or the connection is gone."""
        raise NotImplementedError

    def close(self):
        """Ends the connection once everything is written; then the protocol's connection_lost(None) is called."""
        raise NotImplementedError

    def set_protocol(self, protocol):
        """From now on that protocol is called. It is not told of the connection."""
        raise NotImplementedError

    def get_protocol(self):
        """The protocol that is called."""
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """One that is read from."""

    __slots__ = ()

    def is_reading(self):
        """True while data goes to the protocol."""
        raise NotImplementedError

    def pause_reading(self):
        """No data_received() until resume_reading()."""
        raise NotImplementedError

    def resume_reading(self):
        """Data goes to the protocol again."""
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """One that is written to."""

    __slots__ = ()

    def set_write_buffer_limits(self, high=None, low=None):
        """Above `high` bytes the protocol's pause_writing() is called, at `low` its resume_writing()."""
        raise NotImplementedError

    def get_write_buffer_size(self):
        """How many bytes wait to be sent."""
        raise NotImplementedError

    def get_write_buffer_limits(self):
        """(low, high), in bytes."""
        raise NotImplementedError

    def write(self, data):
        """Takes the bytes and sends them when it can; never waits."""
        raise NotImplementedError

    def writelines(self, list_of_data):
        """Writes them all."""
        self.write(b"".join(list_of_data))

    def write_eof(self):
        """Says, once everything is written, that no more comes; reading goes on."""
        raise NotImplementedError

    def can_write_eof(self):
        """True if write_eof() can be called."""
        raise NotImplementedError

    def abort(self):
        """Ends the connection at once; what is not sent is lost."""
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """Both ways, as of a TCP connection."""

    __slots__ = ()


class DatagramTransport(BaseTransport):
    """For datagrams."""

    __slots__ = ()

    def sendto(self, data, addr=None):
        """Sends one datagram, to addr or to the address the endpoint was made for."""
        raise NotImplementedError

    def abort(self):
        """Ends at once; what is not sent is lost."""
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    """A process and its pipes; Simul has no processes, so these methods are for whoever derives from it."""

    __slots__ = ()

    def get_pid(self):
        """The process's number."""
        raise NotImplementedError

    def get_returncode(self):
        """What it ended with; None while it runs."""
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        """The transport of its stdin, stdout or stderr: 0, 1, 2."""
        raise NotImplementedError

    def send_signal(self, signal):
        """Sends it a signal."""
        raise NotImplementedError

    def terminate(self):
        """Asks it to end."""
        raise NotImplementedError

    def kill(self):
        """Ends it."""
        raise NotImplementedError


class _FlowControlMixin(Transport):
    """Tells the protocol to pause when more than `high` bytes are buffered, and to go on when `low` are left."""

    __slots__ = ("_loop", "_protocol_paused", "_water")

    def __init__(self, extra=None, loop=None):
        super().__init__(extra)
        self._loop = loop
        self._protocol_paused = False
        self._water = (16 * 1024, 64 * 1024)      # low, high

    def get_write_buffer_limits(self):
        return self._water

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if low < 0 or not low <= high:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._water = low, high
        self._maybe_pause_protocol()

    def _maybe_pause_protocol(self):
        if self.get_write_buffer_size() > self._water[1] and not self._protocol_paused:
            self._protocol_paused = True
            self._tell("pause_writing")

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._water[0]:
            self._protocol_paused = False
            self._tell("resume_writing")

    def _tell(self, name):
        try:
            getattr(self._protocol, name)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._report(f"protocol.{name}() failed", exc)

    def _report(self, message, exc):
        self._loop.call_exception_handler(dict(message=message, exception=exc, transport=self, protocol=self._protocol))
