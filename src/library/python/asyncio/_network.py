"""A network inside one program: what the kernel's sockets are to CPython's asyncio."""
# A socket tells its loop when it can be read or written, by EventLoop's _arrive: the callback then stands in the ready queue of the
# loop's next turn behind all that was ready before, which is where CPython's select() puts it. With latency 0 what is sent is there
# at once, as on localhost; else it arrives later by the clock (simul.net), in order.
#
# What always holds: a callback is told again in each turn while its socket can still be read or written. Who watches is kept by the
# loop, as by CPython's selector; the two ends of a connection, and the addresses, keep nobody: a socket that is forgotten is closed.
import asyncio
import simul
import weakref

_FIRST_PORT = 49_152
_LAST_PORT = 65_535

class _Number(int):
    # What the module socket makes an IntEnum of: a number that has a name.

    def __new__(cls, name, value):
        self = super().__new__(cls, value)
        self.name, self.value = name, value
        return self

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value}>"

    def __str__(self):
        return str(self.value)


class AddressFamily(_Number):
    pass


class SocketKind(_Number):
    pass


class AddressInfo(_Number):
    pass


AF_UNIX = AddressFamily("AF_UNIX", 1)
AF_INET = AddressFamily("AF_INET", 2)
AF_INET6 = AddressFamily("AF_INET6", 10)
SOCK_STREAM = SocketKind("SOCK_STREAM", 1)
SOCK_DGRAM = SocketKind("SOCK_DGRAM", 2)
SOCK_RAW = SocketKind("SOCK_RAW", 3)
AI_PASSIVE = AddressInfo("AI_PASSIVE", 1)
IPPROTO_TCP = 6
IPPROTO_UDP = 17
KINDS = ((SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP), (SOCK_RAW, 0))    # what a look for addresses finds of each


class _Names:
    # The listening sockets of the program, by address.

    def __init__(self):
        self.listening = {}     # weak references
        self.next_port = _FIRST_PORT
        self.next_fd = 6

    def port(self):
        port = self.next_port
        self.next_port = port + 1 if port < _LAST_PORT else _FIRST_PORT
        return port

    def fd(self):
        self.next_fd += 1
        return self.next_fd

    def at(self, key):
        found = self.listening.get(key)
        return None if found is None else found()

    def find(self, family, address):
        if family == AF_UNIX:
            return self.at((family, address))
        host, port = address[:2]
        for each in (host, "::" if family == AF_INET6 else "0.0.0.0"):
            found = self.at((family, each, port))
            if found is not None:
                return found
        return None


_names = _Names()


def _key(family, address):
    return (family, address) if family == AF_UNIX else (family, address[0], address[1])


# Linux's numbers and words.
ENOENT, EAGAIN, EPIPE, EADDRINUSE, ECONNRESET, ENOTCONN, ECONNREFUSED = 2, 11, 32, 98, 104, 107, 111
_WORDS = {ENOENT: "No such file or directory", EAGAIN: "Resource temporarily unavailable", EPIPE: "Broken pipe",
          EADDRINUSE: "Address already in use", ECONNRESET: "Connection reset by peer",
          ENOTCONN: "Transport endpoint is not connected", ECONNREFUSED: "Connection refused"}


def error(number):
    return OSError(number, _WORDS[number])


def path_text(path):
    # The path of a socket, as text.
    path = path if isinstance(path, (str, bytes)) else path.__fspath__()
    return path.decode() if isinstance(path, bytes) else path


def _after(loop, delay, function, *args):
    # Calls it on that loop, now or later.
    if delay <= 0:
        function(*args)
    elif asyncio._get_running_loop() is loop:
        loop.call_later(delay, function, *args)
    else:
        loop.call_soon_threadsafe(loop.call_later, delay, function, *args)


_tellers = {}


def _teller(name):
    # What tells a _Watch's callback, and is called by that callback's name where handles are shown.
    if name not in _tellers:
        def tell(watch):
            if watch.callback is None:
                return
            if watch.ready():
                watch.callback(*watch.args)
            watch.look()

        tell.__qualname__ = name
        _tellers[name] = tell
    return _tellers[name]


class _Watch:
    # Somebody's interest in a socket: a callback to be told of each turn in which it is ready.

    def __init__(self, loop, callback, args, ready):
        self.loop = loop
        self.callback = callback
        self.args = args
        self.ready = ready
        self.handle = None
        self.tell = _teller(getattr(callback, "__qualname__", "_Watch.tell"))
        self.look()

    def look(self):
        if self.callback is None:
            return
        ready = self.ready()
        # As Linux's epoll: who is listed keeps the place, also while there is nothing to tell.
        if self.handle is not None and self.loop._still_ready(self.handle, ready):
            return
        self.handle = self.loop._arrive(self.tell.__get__(self), True) if ready and not self.loop.is_closed() else None

    def end(self):
        self.callback = None
        if self.handle is not None:
            self.handle.cancel()
            self.handle = None


class Socket:
    # One end of a connection, or a listening socket.

    def __init__(self, loop, family=AF_INET, proto=IPPROTO_TCP):
        self.loop = loop
        self.family = family
        self.type = SOCK_STREAM
        self.proto = proto
        self.fd = _names.fd()
        self.address = ("0.0.0.0", 0) if family == AF_INET else ("::", 0, 0, 0) if family == AF_INET6 else ""
        self.peer_address = None
        self._peer = None
        self.connected = False
        self.closed = False
        self.refused = 0        # the error of a connect that failed
        self.broken = 0         # the error of a connection that was reset
        self.inbox = bytearray()
        self.ended = False      # the other end writes no more
        self.shut = False       # this end writes no more
        self.in_flight = 0      # bytes that were sent and have not arrived
        self.free_at = 0.0      # when the wire has taken what was sent
        self.backlog = None     # of a listening socket: connections nobody has accepted

    def __repr__(self):
        return f"<simul socket fd={self.fd} laddr={self.address} raddr={self.peer_address}>"

    def __del__(self):
        self.close()

    @property
    def peer(self):
        # The other end, while somebody has it.
        return None if self._peer is None else self._peer()

    # ---- who waits for it

    def _watches(self):
        return self.loop.__dict__.setdefault("_watches", {})

    @property
    def reader(self):
        return self._watches().get((self.fd, "reads"))

    @property
    def writer(self):
        return self._watches().get((self.fd, "writes"))

    def add_reader(self, loop, callback, *args):
        self.remove_reader()
        self._watches()[self.fd, "reads"] = _Watch(loop, callback, args, self.readable)

    def remove_reader(self):
        return self._end_watch("reads")

    def add_writer(self, loop, callback, *args):
        self.remove_writer()
        self._watches()[self.fd, "writes"] = _Watch(loop, callback, args, self.writable)

    def remove_writer(self):
        return self._end_watch("writes")

    def _end_watch(self, what):
        watch = self._watches().pop((self.fd, what), None)
        if watch is not None:
            watch.end()
        return watch is not None

    def readable(self):
        if self.backlog is not None:
            return bool(self.backlog)
        return bool(self.inbox) or self.ended or bool(self.broken)

    def writable(self):
        if self.backlog is not None:
            return False
        return bool(self.refused or self.broken) or (self.connected and self.room() > 0)

    def look(self):
        watches = self._watches()
        for what in ("reads", "writes"):
            if (watch := watches.get((self.fd, what))) is not None:
                watch.look()

    def room(self):
        peer = self.peer
        return 1 if peer is None or peer.closed else self._room_at(peer)

    def _room_at(self, peer):
        return simul.net.buffer - self.in_flight - len(peer.inbox)

    # ---- listening

    def bind(self, address):
        if self.family != AF_UNIX and address[1] == 0:
            address = (address[0], _names.port(), *address[2:])
        if _names.at(_key(self.family, address)) is not None:
            raise error(EADDRINUSE)
        self.address = address

    def listen(self):
        self.backlog = []
        _names.listening[_key(self.family, self.address)] = weakref.ref(self)

    def accept(self):
        if not self.backlog:
            raise error(EAGAIN)
        connection = self.backlog.pop(0)
        connection.fd = _names.fd()
        return connection, connection.peer_address

    # ---- connecting

    def connect(self, address):
        # Begins; writable when it is decided: see connect_error().
        self.peer_address = address
        if self.family != AF_UNIX:
            self.address = (address[0], _names.port(), *address[2:])
        latency = simul.net.latency
        listener = _names.find(self.family, address)
        if listener is None:
            _after(self.loop, 2 * latency, self._refuse, ENOENT if self.family == AF_UNIX else ECONNREFUSED)
            return
        there = Socket(listener.loop, self.family, self.proto)
        there.address, there.peer_address = address, self.address
        there._peer, self._peer = weakref.ref(self), weakref.ref(there)
        there.connected = True
        # The other side knows when this side's answer has come: the third way.
        _after(listener.loop, 3 * latency, self._reach, listener, there)
        _after(self.loop, 2 * latency, self._connect)

    def _refuse(self, number):
        self.refused = number
        self.look()

    def _connect(self):
        self.connected = True
        self.look()

    def _reach(self, listener, there):
        if listener.closed:
            self.reset()
            return
        listener.backlog.append(there)
        listener.look()

    def connect_error(self):
        return self.refused or self.broken

    # ---- data

    def send(self, data):
        # How many bytes were taken.
        if self.broken:
            raise self._broken_error(writing=True)
        if self.shut:
            raise error(EPIPE)
        peer = self.peer
        if peer is None or peer.closed:
            # It goes out; the answer is that nobody is there.
            self.broken = EPIPE
            self.look()
            return len(data)
        room = self._room_at(peer)
        if room <= 0:
            raise error(EAGAIN)
        data = bytes(data[:room])
        self.in_flight += len(data)
        self._carry(peer, len(data), peer._arrive, data)
        return len(data)

    def _carry(self, peer, size, function, *args):
        # Brings it to the other end, behind all that was sent before.
        net = simul.net
        now = self.loop.time()
        start = max(now, self.free_at)
        if net.bandwidth:
            start += size / net.bandwidth
        self.free_at = start
        due = max(start + net.latency, getattr(self, "last_arrival", 0.0))
        self.last_arrival = due
        _after(peer.loop, due - now, function, *args)

    def _arrive(self, data):
        peer = self.peer
        if peer is not None:
            peer.in_flight -= len(data)
            if self.closed:
                peer.reset()
        if self.closed:
            return
        self.inbox += data
        self.look()

    def _arrive_end(self):
        self.ended = True
        self.look()

    def recv(self, limit):
        if self.inbox:
            data = bytes(self.inbox[:limit])
            del self.inbox[:limit]
            peer = self.peer
            if peer is not None and (writer := peer.writer) is not None:
                writer.look()
            return data
        # As Linux: who has read the other end's last word is told of the end, and not that it broke later.
        if self.ended:
            return b""
        if self.broken:
            raise self._broken_error(writing=False)
        raise error(EAGAIN)

    def _broken_error(self, writing):
        number = self.broken
        if number == EPIPE and not writing:
            number = ECONNRESET
        return error(number)

    def reset(self):
        # The other end is gone and wanted nothing of what was sent.
        if self.closed or self.broken:
            return
        self.broken = EPIPE if self.ended else ECONNRESET
        self.look()

    def shutdown(self):
        # This end writes no more.
        if self.broken:
            raise error(ENOTCONN)
        if not self.shut:
            self.shut = True
            peer = self.peer
            if peer is not None and not peer.closed:
                self._carry(peer, 0, peer._arrive_end)

    def close(self, accepted=True):
        if self.closed:
            return
        self.closed = True
        self.remove_reader()
        self.remove_writer()
        if self.backlog is not None:
            if _names.at(_key(self.family, self.address)) in (self, None):
                _names.listening.pop(_key(self.family, self.address), None)
            for each in self.backlog:
                each.close(accepted=False)
            return
        peer = self.peer
        if peer is None or peer.closed:
            return
        if self.inbox or not accepted:
            self._carry(peer, 0, peer.reset)
        elif not self.shut:
            self.shut = True
            self._carry(peer, 0, peer._arrive_end)

    # ---- as socket.socket

    def fileno(self):
        return -1 if self.closed else self.fd

    def getsockname(self):
        return self.address

    def getpeername(self):
        if self.peer_address is None:
            raise error(ENOTCONN)
        return self.peer_address


# ---- names

class gaierror(OSError):
    """A host that nobody knows."""


gaierror.__module__ = "socket"
_LOCAL = ("localhost", "localhost.localdomain", "127.0.0.1")


def address_of(host, port):
    # [(family, address)] of a host that is written as an address; None: it is a name.
    if host is None:
        return None
    if isinstance(host, bytes):
        host = host.decode("ascii")
    if port is None or port == "" or port == b"":
        port = 0
    port = int(port)
    parts = host.split(".")
    if len(parts) == 4 and all(part.isdecimal() and int(part) < 256 for part in parts):
        return [(AF_INET, (host, port))]
    if ":" in host:
        return [(AF_INET6, (host, port, 0, 0))]
    return None


def look_up(host, port, passive=False):
    # The same of a name: the program itself is all that there is in its network.
    port = int(port or 0)
    if host is None or host == "":
        if passive:
            return [(AF_INET, ("0.0.0.0", port)), (AF_INET6, ("::", port, 0, 0))]
        return [(AF_INET, ("127.0.0.1", port))]
    if host in _LOCAL:
        return [(AF_INET, ("127.0.0.1", port))]
    raise gaierror(-2, "Name or service not known")
