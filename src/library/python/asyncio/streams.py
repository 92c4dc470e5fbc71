"""Streams: reading and writing a connection with await. Mirrors CPython's Lib/asyncio/streams.py."""
# A connection is four objects. The transport (selector_events.py) calls the protocol, the protocol feeds the reader, and the writer
# calls the transport. Each future here is one that somebody waits on: the reader's for data, the protocol's for drain() and for
# wait_closed(). What always holds: who ends it in which turn, and who holds whom, is as in CPython.
import asyncio
import weakref
from asyncio import exceptions, protocols, selector_events

__all__ = ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server", "open_unix_connection",
           "start_unix_server")

_DEFAULT_LIMIT = 2 ** 16


# ---- connecting and serving

async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """(reader, writer) of a new connection."""
    loop = asyncio.get_running_loop()
    return await _open(loop, limit, loop.create_connection, host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """(reader, writer) of a new connection to a path."""
    loop = asyncio.get_running_loop()
    return await _open(loop, limit, loop.create_unix_connection, path, **kwds)


async def _open(loop, limit, connect, /, *where, **kwds):
    reader = StreamReader(limit, loop)
    protocol = StreamReaderProtocol(reader, None, loop)
    transport, _ = await connect(lambda: protocol, *where, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """A server that calls client_connected_cb(reader, writer) for each connection, as a task if it is a coroutine function."""
    loop = asyncio.get_running_loop()
    return await loop.create_server(_protocols(loop, limit, client_connected_cb), host, port, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """As start_server(), on a path."""
    loop = asyncio.get_running_loop()
    return await loop.create_unix_server(_protocols(loop, limit, client_connected_cb), path, **kwds)


def _protocols(loop, limit, client_connected_cb):
    # What makes a protocol for each connection of a server.
    return lambda: StreamReaderProtocol(StreamReader(limit, loop), client_connected_cb, loop)


# ---- what the transport calls

def _end(future, exc):
    # Ends a future that somebody may wait on: with the exception, or where there is none, with nothing.
    if future.done():
        return
    if exc is None:
        future.set_result(None)
    else:
        future.set_exception(exc)


def _nobody():
    # Stands for a weak reference to a reader where there is none.
    return None


class FlowControlMixin(protocols.Protocol):
    """Lets drain() wait while the transport's buffer is too full."""

    def __init__(self, loop=None):
        self._loop = asyncio.get_event_loop() if loop is None else loop
        self._paused = self._connection_lost = False
        self._drain_waiters = []

    def pause_writing(self):
        assert not self._paused
        self._paused = True
        selector_events._in_debug(self._loop, ("streams", 139, "pause_writing"), "%r pauses writing", self)

    def resume_writing(self):
        assert self._paused
        self._paused = False
        selector_events._in_debug(self._loop, ("streams", 145, "resume_writing"), "%r resumes writing", self)
        self._end_drains(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._paused:
            self._end_drains(exc)

    def _end_drains(self, exc):
        # Each takes itself out of the list when its task goes on.
        for waiter in self._drain_waiters:
            _end(waiter, exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError("Connection lost")
        if self._paused:
            room = self._loop.create_future()
            self._drain_waiters.append(room)
            try:
                await room
            finally:
                self._drain_waiters.remove(room)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


class StreamReaderProtocol(FlowControlMixin, protocols.Protocol):
    """Feeds a StreamReader from a transport."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        # Who reads holds the reader, and who writes the writer: a connection that nobody holds is closed.
        self._reader = _nobody if stream_reader is None else weakref.ref(stream_reader)
        self._client_connected_cb = client_connected_cb
        # Of a server's connection nobody has the reader yet.
        self._strong_reader = stream_reader if client_connected_cb is not None else None
        self._transport = self._task = None
        self._over_ssl = False
        self._closed = self._loop.create_future()

    def _get_close_waiter(self, stream):
        return self._closed

    @property
    def _stream_reader(self):
        return self._reader()

    def connection_made(self, transport):
        self._transport = transport
        if (reader := self._reader()) is not None:
            reader.set_transport(transport)
        self._over_ssl = transport.get_extra_info("sslcontext") is not None
        if self._client_connected_cb is None:
            return
        writer = StreamWriter(transport, self, reader, self._loop)      # held until the task is made
        handling = self._client_connected_cb(reader, writer)
        if asyncio.iscoroutine(handling):
            def callback(task):
                # Whoever handles a connection to its end closes it; else it is closed here.
                if not task.cancelled():
                    if (exc := task.exception()) is None:
                        return
                    self._loop.call_exception_handler({"message": "Unhandled exception in client_connected_cb",
                                                       "exception": exc, "transport": transport})
                transport.close()

            self._task = self._loop.create_task(handling)
            self._task.add_done_callback(callback)
        self._strong_reader = None

    def data_received(self, data):
        if (reader := self._reader()) is not None:
            reader.feed_data(data)

    def eof_received(self):
        if (reader := self._reader()) is not None:
            reader.feed_eof()
        return not self._over_ssl     # what we have to say may still be wanted; TLS has no such half

    def connection_lost(self, exc):
        if (reader := self._reader()) is not None:
            if exc is not None:
                reader.set_exception(exc)
            else:
                reader.feed_eof()
        _end(self._closed, exc)
        super().connection_lost(exc)
        self._reader = _nobody
        self._task = self._transport = None

    def __del__(self):
        # Whoever never waits for the end is not told how it was.
        closed = getattr(self, "_closed", None)
        if closed is not None and closed.done() and not closed.cancelled():
            closed.exception()


# ---- writing

class StreamWriter:
    """The writing end."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport, self._protocol = transport, protocol
        assert reader is None or isinstance(reader, StreamReader)
        self._reader, self._loop = reader, loop
        # Nobody waits on it, but a loop with methods of its own sees it made.
        self._complete_fut = loop.create_future()
        self._complete_fut.set_result(None)

    def __repr__(self):
        reader = "" if self._reader is None else f" reader={self._reader!r}"
        return f"<{self.__class__.__name__} transport={self._transport!r}{reader}>"

    @property
    def transport(self):
        return self._transport

    def get_extra_info(self, name, default=None):
        """What the transport knows under that name: "peername", "sockname", "socket"."""
        return self._transport.get_extra_info(name, default)

    def write(self, data):
        """Hands the bytes to the transport; drain() waits where it has too many."""
        self._transport.write(data)

    def writelines(self, data):
        """write() of each."""
        self._transport.writelines(data)

    async def drain(self):
        """Waits while the buffer is above its high-water mark."""
        exc = None if self._reader is None else self._reader.exception()
        if exc is not None:
            raise exc
        if self._transport.is_closing():
            # So that a loop of write() and drain() sees the connection's end.
            await asyncio.sleep(0)
        await self._protocol._drain_helper()

    def can_write_eof(self):
        """Can the transport end one way only?"""
        return self._transport.can_write_eof()

    def write_eof(self):
        """Nothing more is written; reading goes on."""
        return self._transport.write_eof()

    def is_closing(self):
        """Was it closed, or has the connection ended?"""
        return self._transport.is_closing()

    def close(self):
        """Ends the connection once everything is written."""
        return self._transport.close()

    async def wait_closed(self):
        """Waits until the connection has ended."""
        await self._protocol._get_close_waiter(self)

    def __del__(self):
        if not (self._transport.is_closing() or self._loop.is_closed()):
            self.close()

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """Not in Simul: it needs TLS."""
        raise NotImplementedError("Simul's network has no TLS")


# ---- reading

class StreamReader:
    """The reading end: a buffer that one task at a time waits on."""

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._loop = asyncio.get_event_loop() if loop is None else loop
        self._limit = limit         # of a line; with twice as much in the buffer the transport is to pause
        self._buffer = bytearray()
        self._transport = self._waiter = self._exception = None
        self._eof = self._paused = False

    def __repr__(self):
        return f"<{' '.join(self._state())}>"

    def _state(self):
        yield "StreamReader"
        if self._buffer:
            yield f"{len(self._buffer)} bytes"
        if self._eof:
            yield "eof"
        if self._limit != _DEFAULT_LIMIT:
            yield f"limit={self._limit}"
        for name in ("waiter", "exception", "transport"):
            if value := getattr(self, "_" + name):
                yield f"{name}={value!r}"
        if self._paused:
            yield "paused"

    # What the protocol says.

    def set_transport(self, transport):
        assert self._transport is None, "Transport already set"
        self._transport = transport

    def feed_data(self, data):
        assert not self._eof, "feed_data after feed_eof"
        if not data:
            return
        self._buffer.extend(data)
        if self._waiter is not None:
            _end(self._waiter, None)
            self._waiter = None
        if len(self._buffer) <= 2 * self._limit or self._paused or self._transport is None:
            return
        try:
            self._transport.pause_reading()
            self._paused = True
        except NotImplementedError:
            self._transport = None      # it cannot pause, and is not asked again

    def feed_eof(self):
        self._eof = True
        self._wake(None)

    def at_eof(self):
        """Nothing is left, and nothing will come."""
        return self._eof and not self._buffer

    def exception(self):
        """What the connection broke with."""
        return self._exception

    def set_exception(self, exc):
        self._exception = exc
        self._wake(exc)

    def _wake(self, exc):
        if self._waiter is not None:
            _end(self._waiter, exc)
            self._waiter = None

    # What those who read go through.

    async def _wait_for_data(self, func_name):
        if self._waiter is not None:
            raise RuntimeError(f"{func_name}() called while another coroutine is already waiting for incoming data")
        assert not self._eof, "_wait_for_data after EOF"
        if self._paused:
            self._resume()      # a paused transport would never bring any
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _resume(self):
        self._paused = False
        self._transport.resume_reading()

    def _take(self, size):
        # Takes so many bytes out of the buffer, or what there is.
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        if self._paused and len(self._buffer) <= self._limit:
            self._resume()
        return data

    def _incomplete(self, expected):
        # The stream ended too early; what there is goes into the error.
        partial = bytes(self._buffer)
        self._buffer.clear()
        return exceptions.IncompleteReadError(partial, expected)

    def _match(self, separators, begin):
        # (start, end) of the separator that ends first from there on; of several that end there, the shortest.
        best = None
        for separator in separators:
            start = self._buffer.find(separator, begin)
            if start >= 0 and (best is None or start + len(separator) < best[1]):
                best = start, start + len(separator)
        return best

    async def readuntil(self, separator=b"\n"):
        """Up to a separator, or the first of several."""
        separators = sorted(separator, key=len) if isinstance(separator, tuple) else (separator,)
        if not separators:
            raise ValueError("Separator should contain at least one element")
        shortest, longest = len(separators[0]), len(separators[-1])
        if not shortest:
            raise ValueError("Separator should be at least one-byte string")
        if self._exception is not None:
            raise self._exception
        searched = 0        # no separator begins before it
        while True:
            size = len(self._buffer)
            if size - searched >= shortest:
                if (match := self._match(separators, searched)) is not None:
                    break
                searched = max(0, size - longest + 1)
                if searched > self._limit:
                    raise exceptions.LimitOverrunError("Separator is not found, and chunk exceed the limit", searched)
            if self._eof:
                raise self._incomplete(None)
            await self._wait_for_data("readuntil")
        start, end = match
        if start > self._limit:
            raise exceptions.LimitOverrunError("Separator is found, but chunk is longer than limit", start)
        return self._take(end)

    async def readline(self):
        """Up to a newline, which is included, or what there is at the end."""
        try:
            return await self.readuntil(b"\n")
        except exceptions.IncompleteReadError as ended:
            return ended.partial
        except exceptions.LimitOverrunError as too_long:
            # The line is dropped, or what has come of it.
            whole = self._buffer.startswith(b"\n", too_long.consumed)
            self._take(too_long.consumed + 1 if whole else len(self._buffer))
            raise ValueError(too_long.args[0])

    async def read(self, n=-1):
        """Up to n bytes, as soon as there are some; without n all of them, at the end."""
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        if n < 0:
            everything = bytearray()
            while some := await self.read(self._limit):
                everything += some
            return bytes(everything)
        if not (self._buffer or self._eof):
            await self._wait_for_data("read")
        return self._take(n)

    async def readexactly(self, n):
        """n bytes, or IncompleteReadError."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._exception is not None:
            raise self._exception
        while len(self._buffer) < n:
            if self._eof:
                raise self._incomplete(n)
            await self._wait_for_data("readexactly")
        return self._take(n) if n else b""

    def __aiter__(self):
        return self

    async def __anext__(self):
        if (line := await self.readline()) != b"":
            return line
        raise StopAsyncIteration


def __getattr__(name):
    return getattr(asyncio, name)
