"""The transport of a connection. Mirrors _SelectorSocketTransport of CPython's Lib/asyncio/selector_events.py: what goes through
call_soon there does so here, so that a program sees its protocol called in the same turns."""
import sys
from asyncio import futures, protocols, transports, trsock

_RECEIVE = 256 * 1024
_WARN_AT = 5        # writes to a connection that is gone


class _SelectorTransport(transports._FlowControlMixin):
    """What a transport is, whatever its socket is for."""

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._sock is None:
            info.append("closed")
        elif self._closing:
            info.append("closing")
        info.append(f"fd={self._sock_fd}")
        if self._loop is not None and not self._loop.is_closed():
            reading = self._sock is not None and self._sock.reader is not None
            writing = self._sock is not None and self._sock.writer is not None
            info.append("read=polling" if reading else "read=idle")
            info.append(f"write=<{'polling' if writing else 'idle'}, bufsize={self.get_write_buffer_size()}>")
        return f"<{' '.join(info)}>"

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if not self.is_reading():
            return
        self._paused = True
        self._sock.remove_reader()

    def resume_reading(self):
        if self._closing or not self._paused:
            return
        self._paused = False
        self._add_reader()

    def _add_reader(self):
        if self.is_reading():
            self._sock.add_reader(self._loop, self._read_ready)

    def get_write_buffer_size(self):
        return self._buffered

    def abort(self):
        self._force_close(None)

    def _fatal_error(self, exc, message):
        # A connection that breaks is the protocol's business; anything else is a mistake.
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({"message": message, "exception": exc, "transport": self,
                                               "protocol": self._protocol})
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._buffered = 0
            self._sock.remove_writer()
        if not self._closing:
            self._closing = True
            self._sock.remove_reader()
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)


class _SelectorSocketTransport(_SelectorTransport):
    _start_tls_compatible = True

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        super().__init__(extra, loop)
        self._extra["socket"] = trsock.TransportSocket(sock)
        self._extra["sockname"] = sock.getsockname()
        if "peername" not in self._extra:
            self._extra["peername"] = sock.peer_address
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._server = server
        self._buffer = []       # what the socket has not taken
        self._buffered = 0
        self._conn_lost = 0     # set when the end has begun; then counts writes
        self._closing = False
        self._paused = False
        self._eof = False
        self.set_protocol(protocol)
        if server is not None:
            server._attach(self)
        loop.call_soon(self._protocol.connection_made, self)
        # Reading begins when connection_made() has been called.
        loop.call_soon(self._add_reader)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._into_buffer = isinstance(protocol, protocols.BufferedProtocol)

    # ---- reading

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data = self._sock.recv(_RECEIVE)
        except BlockingIOError:
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, "Fatal read error on socket transport")
            return
        if not data:
            self._read_end()
            return
        try:
            if self._into_buffer:
                self._fill(data)
            else:
                self._protocol.data_received(data)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, "Fatal error: protocol.data_received() call failed.")

    def _fill(self, data):
        while data:
            room = self._protocol.get_buffer(len(data))
            if not len(room):
                raise RuntimeError("get_buffer() returned an empty buffer")
            size = min(len(room), len(data))
            room[:size] = data[:size]
            data = data[size:]
            self._protocol.buffer_updated(size)

    def _read_end(self):
        try:
            keep_open = self._protocol.eof_received()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, "Fatal error: protocol.eof_received() call failed.")
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
                sys.stderr.write("socket.send() raised exception.\n")
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                sent = self._sock.send(data)
            except BlockingIOError:
                pass
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                self._fatal_error(exc, "Fatal write error on socket transport")
                return
            else:
                data = memoryview(data)[sent:]
                if not data:
                    return
            self._sock.add_writer(self._loop, self._write_sendmsg)
        self._buffer.append(bytes(data))
        self._buffered += len(data)
        self._maybe_pause_protocol()

    def writelines(self, list_of_data):
        if self._eof:
            raise RuntimeError("Cannot call writelines() after write_eof()")
        if not list_of_data:
            return
        data = b"".join(list_of_data)
        self._buffer.append(data)
        self._buffered += len(data)
        if self._loop is None:    # closed: CPython has nothing left there to call
            raise TypeError("'NoneType' object is not callable")
        self._write_sendmsg()
        # Of a connection whose end has begun nothing was taken: CPython watches the socket all the same.
        if self._buffer:
            self._sock.add_writer(self._loop, self._write_sendmsg)
            self._maybe_pause_protocol()

    def _write_sendmsg(self):
        if self._conn_lost:
            return
        try:
            while self._buffer:
                first = self._buffer[0]
                sent = self._sock.send(first)
                self._buffered -= sent
                if sent < len(first):
                    self._buffer[0] = first[sent:]
                    break
                del self._buffer[0]
        except BlockingIOError:
            pass
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._sock.remove_writer()
            self._buffer.clear()
            self._buffered = 0
            self._fatal_error(exc, "Fatal write error on socket transport")
            return
        self._maybe_resume_protocol()
        if not self._buffer:
            self._sock.remove_writer()
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown()

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown()

    def can_write_eof(self):
        return True

    # ---- the end

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._sock.remove_reader()
        if not self._buffer:
            self._conn_lost += 1
            self._sock.remove_writer()
            self._loop.call_soon(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None
            server, self._server = self._server, None
            if server is not None:
                server._detach(self)
