"""The transport of a connection. Mirrors _SelectorSocketTransport of CPython's Lib/asyncio/selector_events.py: what goes through
call_soon there does so here, so that a program sees its protocol called in the same turns."""
# Whatever may raise is called in one of two ways: _on_socket() for the socket, _ask() for the protocol. Both end the connection.
import sys
from asyncio import futures, protocols, transports, trsock

_RECEIVE = 256 * 1024
_WARN_AT = 5        # writes to a connection that is gone
_FAILED = object()
_DEBUG, _INFO = 10, 20


def _in_debug(loop, where, message, *args, exception=None, level=_DEBUG):
    """Tells the logger, in debug mode, as from there in CPython. Without logging nobody sees what is less than a warning."""
    if loop.get_debug() and "logging" in sys.modules:
        import logging
        logging._asyncio(level, message, exception, where, args)


class _SelectorTransport(transports._FlowControlMixin):
    """What a transport is, whatever its socket is for: its state, and how it ends."""

    _sock = None

    def __init__(self, loop, sock, protocol, extra, server):
        super().__init__(extra, loop)
        self._extra.update(socket=trsock.TransportSocket(sock), sockname=sock.getsockname())
        self._extra.setdefault("peername", sock.peer_address)
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._server = server
        self._buffer = []       # what the socket has not taken
        self._buffered = 0      # how many bytes that is
        self._conn_lost = 0     # set when the end has begun; then counts writes
        self._closing = self._paused = False
        self.set_protocol(protocol)
        if server is not None:
            server._attach(self)

    def __repr__(self):
        return f"<{' '.join(self._state())}>"

    def __del__(self):
        # One that nobody closed: as in CPython its server hears of it even when all its connections have ended.
        if self._sock is not None:
            self._sock.close()
            if self._server is not None:
                self._server._detach(self)

    def _state(self):
        sock = self._sock
        yield self.__class__.__name__
        if sock is None:
            yield "closed"
        elif self._closing:
            yield "closing"
        yield f"fd={self._sock_fd}"
        if self._loop is None or self._loop.is_closed():
            return
        reads, writes = ("idle" if sock is None or watch is None else "polling" for watch in (sock.reader, sock.writer))
        yield f"read={reads}"
        yield f"write=<{writes}, bufsize={self._buffered}>"

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def get_write_buffer_size(self):
        return self._buffered

    # ---- whether data goes to the protocol

    def is_reading(self):
        return not (self._paused or self._closing)

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._sock.remove_reader()
            _in_debug(self._loop, ("selector_events", 847, "pause_reading"), "%r pauses reading", self)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._add_reader()
            _in_debug(self._loop, ("selector_events", 855, "resume_reading"), "%r resumes reading", self)

    def _add_reader(self):
        if self.is_reading():
            self._sock.add_reader(self._loop, self._read_ready)

    # ---- the end: what has been written goes out first, unless the connection is broken or aborted

    def is_closing(self):
        return self._closing

    def abort(self):
        self._force_close(None)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._forget_buffer()
        if not self._closing:
            self._closing = True
            self._sock.remove_reader()
        self._begin_end(exc)

    def _forget_buffer(self):
        self._buffer.clear()
        self._buffered = 0
        self._sock.remove_writer()

    def _begin_end(self, exc):
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    # ---- calls that may end it

    def _on_socket(self, doing, method, argument):
        # What the socket answers; None: it is not ready, or the connection is broken (_conn_lost).
        try:
            return method(argument)
        except BlockingIOError:
            return None
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fail(f"Fatal {doing} error on socket transport", exc)
            return None

    def _ask(self, name, *args):
        # What the protocol answers; _FAILED when it raised.
        try:
            answer = getattr(self._protocol, name)(*args)
            if name == "get_buffer" and not len(answer):
                raise RuntimeError("get_buffer() returned an empty buffer")
            return answer
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fail(f"Fatal error: protocol.{name}() call failed.", exc)
            return _FAILED

    def _fail(self, message, exc):
        # A connection that breaks is the protocol's business; anything else is a mistake.
        if isinstance(exc, OSError):
            _in_debug(self._loop, ("selector_events", 878, "_fatal_error"), "%r: %s", self, message, exception=exc)
        else:
            self._report(message, exc)
        self._force_close(exc)


class _SelectorSocketTransport(_SelectorTransport):
    _start_tls_compatible = True

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        super().__init__(loop, sock, protocol, extra, server)
        self._eof = False
        loop.call_soon(self._protocol.connection_made, self)
        # Only then does reading begin, and only then does whoever made it go on.
        loop.call_soon(self._add_reader)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def set_protocol(self, protocol):
        super().set_protocol(protocol)
        self._fills_buffers = isinstance(protocol, protocols.BufferedProtocol)
        # It keeps itself while it is open, as CPython's does by this: one that its server refuses is not closed by being forgotten.
        self._read_ready_cb = self._read_ready

    # ---- reading

    def _read_ready(self):
        if self._conn_lost:
            return
        buffer = None
        if self._fills_buffers and (buffer := self._ask("get_buffer", -1)) is _FAILED:
            return
        data = self._on_socket("read", self._sock.recv, _RECEIVE if buffer is None else len(buffer))
        if data is None:
            return
        if not data:
            self._read_end()
        elif buffer is None:
            self._ask("data_received", data)
        else:
            memoryview(buffer)[:len(data)] = data
            self._ask("buffer_updated", len(data))

    def _read_end(self):
        _in_debug(self._loop, ("selector_events", 1028, "_read_ready__on_eof"), "%r received EOF", self)
        keep_open = self._ask("eof_received")
        if keep_open is _FAILED:
            return
        if keep_open:
            # The other end may still want what we write.
            self._sock.remove_reader()
        else:
            self.close()

    # ---- writing

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data:
            return
        if self._conn_lost:
            if self._conn_lost >= _WARN_AT:
                from asyncio.log import logger      # few programs come here
                logger.warning("socket.send() raised exception.")
            self._conn_lost += 1
            return
        if not self._buffer:
            sent = self._on_socket("write", self._sock.send, data)
            if self._conn_lost or sent == len(data):
                return
            if sent:
                data = memoryview(data)[sent:]
            self._sock.add_writer(self._loop, self._write_sendmsg)
        self._keep(data)
        self._maybe_pause_protocol()

    def writelines(self, list_of_data):
        if self._eof:
            raise RuntimeError("Cannot call writelines() after write_eof()")
        if not list_of_data:
            return
        self._keep(b"".join([memoryview(data) for data in list_of_data]))
        if self._loop is None:    # closed: CPython has nothing left there to call
            raise TypeError("'NoneType' object is not callable")
        self._write_sendmsg()
        # Of a connection whose end has begun nothing was taken: CPython watches the socket all the same.
        if self._buffer:
            self._sock.add_writer(self._loop, self._write_sendmsg)
            self._maybe_pause_protocol()

    def _keep(self, data):
        self._buffer.append(bytes(data))
        self._buffered += len(data)

    def _write_sendmsg(self):
        if self._conn_lost:
            return
        while self._buffer:
            first = self._buffer[0]
            sent = self._on_socket("write", self._sock.send, first)
            if self._conn_lost:
                return
            self._buffered -= sent or 0
            if sent == len(first):
                del self._buffer[0]
                continue
            if sent:
                self._buffer[0] = first[sent:]
            break
        self._maybe_resume_protocol()
        if not self._buffer:
            self._sock.remove_writer()
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown()

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not (self._closing or self._eof):
            self._eof = True
            if not self._buffer:
                self._sock.shutdown()

    # ---- the end: in this class, since reports name a callback with its class

    def close(self):
        if not self._closing:
            self._closing = True
            self._sock.remove_reader()
            if not self._buffer:
                self._sock.remove_writer()
                self._begin_end(None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            server = self._server
            self._sock = self._protocol = self._loop = self._server = self._read_ready_cb = None
            if server is not None:
                server._detach(self)
