"""The bytes under sys.stdin, sys.stdout and sys.stderr: what their `buffer` is. The texts themselves are the machine's (vm/sys_module)."""
from _io import UnsupportedOperation
from _simul import c_class


@c_class
class BufferedWriter:
    __module__ = "_io"
    __slots__ = ("_stream", "_part")
    mode = "wb"
    closed = False

    def __init__(self, stream):
        self._stream = stream
        self._part = b""    # of a letter that is not whole yet

    name = property(lambda self: self._stream.name)
    raw = property(lambda self: self)

    def __repr__(self):
        return f"<_io.BufferedWriter name={self.name!r}>"

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        whole = self._part + data
        for back in range(min(3, len(whole))):
            first = whole[-1 - back]
            if first >= 0xC0:
                if back < (1 if first < 0xE0 else 2 if first < 0xF0 else 3):
                    self._part = whole[-1 - back:]
                    whole = whole[:-1 - back]
                    break
            if first & 0xC0 != 0x80:
                self._part = b""
                break
        else:
            self._part = b""
        self._stream.write(whole.decode("utf-8", "replace"))
        return len(data)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def flush(self):
        pass

    close = flush    # print() still writes

    def fileno(self):
        return self._stream.fileno()

    def isatty(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return True

    def seekable(self):
        return False


@c_class
class BufferedReader:
    __module__ = "_io"
    __slots__ = ("_stream",)
    mode = "rb"
    closed = False
    name = "<stdin>"

    def __init__(self, stream):
        self._stream = stream

    raw = property(lambda self: self)

    def __repr__(self):
        return "<_io.BufferedReader name='<stdin>'>"

    def readline(self, size=-1, /):
        return self._stream.readline(size).encode()

    def read(self, size=-1, /):
        return self._stream.read(size).encode()

    def readlines(self):
        return [line.encode() for line in self._stream.readlines()]

    def __iter__(self):
        return iter(self.readline, b"")

    def write(self, data, /):
        raise UnsupportedOperation("write")

    def fileno(self):
        return 0

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return False

    def seekable(self):
        return False


_made = {}


def buffer_of(stream):
    """One for each stream: it may hold a part of a letter."""
    try:
        return _made[stream.name]
    except KeyError:
        made = _made[stream.name] = (BufferedReader if stream.name == "<stdin>" else BufferedWriter)(stream)
        return made
