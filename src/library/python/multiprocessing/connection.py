"""The two ends of a pipe. Mirrors CPython's Lib/multiprocessing/connection.py."""
import pickle
import queue
from multiprocessing.process import _Shared
from multiprocessing.receiving import received

_END = object()


class Connection(_Shared):
    """Sends to the other end and receives from it."""

    def __init__(self, inbox, outbox):
        self._inbox = inbox     # None: it only sends
        self._outbox = outbox
        self._next = []
        self.closed = False

    @property
    def readable(self):
        return self._inbox is not None

    @property
    def writable(self):
        return self._outbox is not None

    def _check(self, able, word):
        if self.closed:
            raise OSError("handle is closed")
        if not able:
            raise OSError(f"connection is {word}-only")

    def send(self, obj):
        self._check(self.writable, "read")
        self._outbox.put(pickle.dumps(obj))

    def send_bytes(self, buf):
        self._check(self.writable, "read")
        self._outbox.put(bytes(buf))

    def _take(self):
        data = self._next.pop() if self._next else self._inbox.get()
        if data is _END:
            self._next.append(data)
            raise EOFError
        return data

    def recv(self):
        """What the other end has sent; waits for it."""
        self._check(self.readable, "write")
        return received(self._take())

    def recv_bytes(self):
        self._check(self.readable, "write")
        return self._take()

    def poll(self, timeout=0.0):
        """Is there anything to receive, within so many seconds?"""
        self._check(self.readable, "write")
        if self._next:
            return True
        try:
            self._next.append(self._inbox.get(timeout != 0, None if timeout is None else timeout or None))
        except queue.Empty:
            return False
        return True

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def Pipe(duplex=True):
    there, back = queue.SimpleQueue(), queue.SimpleQueue()
    if duplex:
        return Connection(back, there), Connection(there, back)
    return Connection(there, None), Connection(None, there)


def __getattr__(name):
    if name in ("Client", "Listener", "wait"):
        raise AttributeError(f"Simul's multiprocessing.connection has no {name!r}: no other program is there to connect to (instead: Pipe(), Queue())")
    raise AttributeError(f"module 'multiprocessing.connection' has no attribute {name!r}")
