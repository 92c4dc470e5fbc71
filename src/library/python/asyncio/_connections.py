"""Connecting and serving in the modelled network. Mirrors those parts of CPython's Lib/asyncio/base_events.py and
selector_events.py; the functions that take a loop first are its methods."""
import asyncio
import weakref
from asyncio import _network, events, trsock
from asyncio.base_events import run_in_executor
from asyncio.selector_events import _DEBUG, _INFO, _SelectorSocketTransport, _in_debug


def _called(name):
    # Gives a function the name that its counterpart in CPython has: what is scheduled shows it.
    def named(function):
        function.__qualname__ = name
        return function
    return named


# ---- names of hosts

async def _resolve(loop, host, port, passive):
    # What getaddrinfo() gives: at once of an address, after a thread's look of a name.
    found = _network.address_of(host, port)
    if found is None:
        return await _look_up(loop, host, port, 0, _network.SOCK_STREAM, 0, _network.AI_PASSIVE if passive else 0)
    return [(family, _network.SOCK_STREAM, _network.IPPROTO_TCP, "", address) for family, address in found]


def _look_up(loop, *asked):
    # In a thread; in debug mode the logger is told there.
    return run_in_executor(loop, None, *((_look_up_in_debug, loop) if loop.get_debug() else (_addresses,)), *asked)


def _look_up_in_debug(loop, host, port, *asked):
    named = [f"{name}={value!r}" for name, value in zip(("family", "type", "proto", "flags"), asked) if value]
    shown = ", ".join([f"{host}:{port!r}", *named])
    _in_debug(loop, ("base_events", 919, "_getaddrinfo_debug"), "Get address info %s", shown)
    began = loop.time()
    found = _addresses(host, port, *asked)
    took = loop.time() - began
    line, level = (927, _INFO) if took >= loop.slow_callback_duration else (929, _DEBUG)
    _in_debug(loop, ("base_events", line, "_getaddrinfo_debug"), f"Getting address info {shown} took {took * 1e3:.3f}ms: {found!r}",
              level=level)
    return found


def _addresses(host, port, family, type, proto, flags):
    # What the module socket's getaddrinfo() gives.
    found = _network.address_of(host, port) or _network.look_up(host, port, bool(flags & _network.AI_PASSIVE))
    kinds = [(kind, number) for kind, number in _network.KINDS if type in (0, kind) and proto in (0, number)]
    if type == _network.SOCK_RAW or not kinds and not type:
        raise _network.gaierror(-8, "Servname not supported for ai_socktype")
    if not kinds:
        raise _network.gaierror(-7, "ai_socktype not supported")
    return [(each, kind, number, "", address) for each, address in found if family in (0, each) for kind, number in kinds]


@_called("BaseEventLoop.getaddrinfo")
async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
    """The addresses of a host: (family, type, proto, name, address) of each."""
    return await _look_up(self, host, port, family, type, proto, flags)


# ---- connecting

@_called("BaseEventLoop.create_connection")
async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None,
                            local_addr=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                            happy_eyeballs_delay=None, interleave=None, all_errors=False):
    """(transport, protocol) of a new connection."""
    _no_tls(ssl)
    if server_hostname is not None:
        raise ValueError("server_hostname is only meaningful with ssl")
    if host is None and port is None:
        if sock is None:
            raise ValueError("host and port was not specified and no sock specified")
        raise NotImplementedError("Simul makes its connections itself: sock= cannot be given")
    if sock is not None:
        raise ValueError("host/port and sock can not be specified at the same time")
    infos = await _resolve(self, host, port, False)
    if not infos:
        raise OSError("getaddrinfo() returned empty list")
    refusals = []
    for family, *_, address in infos:
        try:
            sock = await _connect(self, family, address)
            break
        except OSError as exc:
            refusals.append(exc)
    else:
        try:
            raise _all_refused(refusals, all_errors)
        finally:
            refusals = None    # or what is raised would keep itself by this frame
    transport, protocol = await _make_connection(self, sock, protocol_factory)
    _in_debug(self, ("base_events", 1201, "create_connection"), "%r connected to %s:%r: (%r, %r)",
              transport.get_extra_info("socket"), host, port, transport, protocol)
    return transport, protocol


def _all_refused(refusals, all_errors):
    # What is raised when no address of a host could be connected to.
    if all_errors:
        return ExceptionGroup("create_connection failed", refusals)
    said = [str(exc) for exc in refusals]
    if len(set(said)) == 1:
        return refusals[0]
    return OSError(f"Multiple exceptions: {', '.join(said)}")


@_called("_UnixSelectorEventLoop.create_unix_connection")
async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """(transport, protocol) of a new connection to a path."""
    _no_tls(ssl)
    if path is None:
        raise ValueError("no path and sock were specified")
    sock = await _connect(self, _network.AF_UNIX, _network.path_text(path))
    return await _make_connection(self, sock, protocol_factory)


async def _connect(loop, family, address):
    sock = _network.Socket(loop, family, 0 if family == _network.AF_UNIX else _network.IPPROTO_TCP)
    try:
        if family == _network.AF_UNIX:
            # A path is decided at once: the connection is there, or it is not.
            sock.connect(address)
            if sock.connect_error():
                raise _network.error(sock.connect_error())
        fut = loop.create_future()
        if family != _network.AF_UNIX:
            sock.connect(address)

        @_called("BaseSelectorEventLoop._sock_connect_cb")
        def decided():
            if fut is None or fut.done():
                return
            number = sock.connect_error()
            if number:
                fut.set_exception(OSError(number, f"Connect call failed {address}"))
            else:
                fut.set_result(None)

        sock.add_writer(loop, decided)
        fut.add_done_callback(_sock_write_done.__get__(sock))
        try:
            await fut
        finally:
            fut = None    # as above
        return sock
    except BaseException:
        sock.close()
        raise


# CPython's is a functools.partial, which is shown with its own and with the call's brackets.
@_called("BaseSelectorEventLoop._sock_write_done()")
def _sock_write_done(sock, fut):
    sock.remove_writer()


async def _make_connection(loop, sock, protocol_factory):
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _SelectorSocketTransport(loop, sock, protocol, waiter)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


def _no_tls(ssl):
    if ssl is not None and ssl is not False:
        raise NotImplementedError("Simul's network has no TLS: leave ssl out")


# ---- serving

class Server(events.AbstractServer):
    """Listening sockets and the connections that came through them."""

    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._listening = sockets       # None: closed
        self._clients = weakref.WeakKeyDictionary()    # in the order in which they came
        self._ends = []         # of those in wait_closed(); None: closed, and no connection is left
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._forever = None    # what serve_forever() waits on

    def __repr__(self):
        return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

    @property
    def sockets(self):
        """The sockets it listens on."""
        return tuple(map(trsock.TransportSocket, self._listening or ()))

    def get_loop(self):
        """The loop it belongs to."""
        return self._loop

    # ---- its connections

    def _attach(self, transport):
        assert self._listening is not None
        self._clients[transport] = True

    def _detach(self, transport):
        self._clients.pop(transport, None)
        self._look_for_end()

    def _look_for_end(self):
        if self._listening is None and not self._clients:
            ends, self._ends = self._ends, None
            for each in ends:
                if not each.done():
                    each.set_result(None)

    def close_clients(self):
        """Closes the transports of all its connections."""
        for transport in list(self._clients):
            transport.close()

    def abort_clients(self):
        """Ends all its connections at once."""
        for transport in list(self._clients):
            transport.abort()

    # ---- listening

    def is_serving(self):
        """True while it takes connections."""
        return self._serving

    def _start_serving(self):
        if not self._serving:
            self._serving = True
            for sock in self._listening:
                sock.listen()
                sock.add_reader(self._loop, _accept, self._loop, sock, self)

    async def start_serving(self):
        """Begins to take connections; no harm if it does already."""
        self._start_serving()
        # The listening sockets are looked at from the next turn on.
        await asyncio.sleep(0)

    async def serve_forever(self):
        """Takes connections until the task that waits here is cancelled; then the server closes."""
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._listening is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        except asyncio.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise    # whatever became of closing
        finally:
            self._forever = None

    def close(self):
        """No more connections; those that there are stay."""
        if self._listening is None:
            return
        sockets, self._listening, self._serving = self._listening, None, False
        for sock in sockets:
            sock.close()
        forever = self._forever
        if forever is not None and not forever.done():
            self._forever = None
            forever.cancel()
        self._look_for_end()

    async def wait_closed(self):
        """Until it is closed and every connection has ended."""
        if self._ends is not None:
            end = self._loop.create_future()
            self._ends.append(end)
            await end


Server.__module__ = "asyncio.base_events"


@_called("BaseSelectorEventLoop._accept_connection")
def _accept(loop, sock, server):
    for _ in range(server._backlog + 1):
        try:
            connection, address = sock.accept()
        except BlockingIOError:
            return
        if loop.get_debug():
            shown = repr(trsock.TransportSocket(connection)).replace("asyncio.TransportSocket", "socket.socket")
            _in_debug(loop, ("selector_events", 180, "_accept_connection"), "%r got a new connection from %r: %s", server, address,
                      shown)
        connection.loop = loop
        loop.create_task(_accept_connection2(loop, server, connection, {"peername": address}))


@_called("BaseSelectorEventLoop._accept_connection2")
async def _accept_connection2(loop, server, connection, extra):
    protocol = transport = None
    try:
        protocol = server._protocol_factory()
        waiter = loop.create_future()
        transport = _SelectorSocketTransport(loop, connection, protocol, waiter, extra, server)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as exc:
        if loop.get_debug():
            context = {"message": "Error on transport creation for incoming connection", "exception": exc}
            if protocol is not None:
                context["protocol"] = protocol
            if transport is not None:
                context["transport"] = transport
            loop.call_exception_handler(context)


@_called("BaseEventLoop.create_server")
async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100, ssl=None,
                        reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None, start_serving=True):
    """A Server that listens on host and port; port 0: any that is free."""
    if isinstance(ssl, bool):
        raise TypeError("ssl argument must be an SSLContext or None")
    _no_tls(ssl)
    if host is None and port is None:
        if sock is None:
            raise ValueError("Neither host/port nor sock were specified")
        raise NotImplementedError("Simul makes its sockets itself: sock= cannot be given")
    if sock is not None:
        raise ValueError("host/port and sock can not be specified at the same time")
    if host == "":
        hosts = [None]
    elif isinstance(host, str) or not hasattr(host, "__iter__"):
        hosts = [host]
    else:
        hosts = host
    infos = await asyncio.gather(*[_create_server_getaddrinfo(self, each, port) for each in hosts])
    sockets = []
    try:
        for family, *_, address in dict.fromkeys(each for found in infos for each in found):
            sock = _network.Socket(self, family)
            sockets.append(sock)
            try:
                sock.bind(address)
            except OSError as err:
                raise OSError(err.errno, f"error while attempting to bind on address {address!r}: {str(err).lower()}") from None
    except BaseException:
        for sock in sockets:
            sock.close()
        raise
    server = await _serve(self, sockets, protocol_factory, backlog, start_serving)
    _in_debug(self, ("base_events", 1653, "create_server"), "%r is serving", server, level=_INFO)
    return server


@_called("BaseEventLoop._create_server_getaddrinfo")
async def _create_server_getaddrinfo(loop, host, port):
    return await _resolve(loop, host, port, True)


@_called("_UnixSelectorEventLoop.create_unix_server")
async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, ssl_handshake_timeout=None,
                             ssl_shutdown_timeout=None, start_serving=True, cleanup_socket=True):
    """A Server that listens on a path."""
    _no_tls(ssl)
    if path is None:
        raise ValueError("path was not specified, and no sock specified")
    sock = _network.Socket(self, _network.AF_UNIX, 0)
    path = _network.path_text(path)
    try:
        sock.bind(path)
    except OSError as err:
        sock.close()
        if err.errno == _network.EADDRINUSE:
            raise OSError(err.errno, f"Address {path!r} is already in use") from None
        raise
    return await _serve(self, [sock], protocol_factory, backlog, start_serving)


async def _serve(loop, sockets, protocol_factory, backlog, start_serving):
    server = Server(loop, sockets, protocol_factory, backlog)
    if start_serving:
        server._start_serving()
        await asyncio.sleep(0)
    return server
