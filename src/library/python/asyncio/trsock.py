"""A socket as a program may look at it. Mirrors CPython's Lib/asyncio/trsock.py."""


def _of_socket(name):
    return property(lambda self: getattr(self._sock, name))


class TransportSocket:
    """What get_extra_info("socket") gives: to be asked, not used."""

    __slots__ = ("_sock",)

    def __init__(self, sock):
        self._sock = sock

    family, type, proto = map(_of_socket, ("family", "type", "proto"))

    def __repr__(self):
        text = f"<asyncio.TransportSocket fd={self.fileno()}, family={self.family!s}, type={self.type!s}, proto={self.proto}"
        if self.fileno() != -1:
            if self._sock.address:
                text += f", laddr={self._sock.address}"
            if self._sock.peer_address:
                text += f", raddr={self._sock.peer_address}"
        return text + ">"

    def fileno(self):
        return self._sock.fileno()

    def getsockname(self):
        return self._sock.getsockname()

    def getpeername(self):
        return self._sock.getpeername()

    def setsockopt(self, *args, **kwargs):
        """The modelled network has no options."""

    def getsockopt(self, *args, **kwargs):
        return 0

    def settimeout(self, value):
        if value != 0:
            raise ValueError("settimeout(): only 0 timeout is allowed on transport sockets")

    def gettimeout(self):
        return 0

    def setblocking(self, flag):
        if flag:
            raise ValueError("setblocking(): transport sockets cannot be blocking")


TransportSocket.__module__ = "asyncio.trsock"
