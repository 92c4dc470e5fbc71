"""StringIO and BytesIO: CPython's Modules/_io/stringio.c and bytesio.c."""
from _simul import c_class


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


class _IOBase:
    """What every stream can be asked; a program's own says what it can besides."""
    __module__ = "_io"
    _ended = False

    def _unsupported(name):
        def told(self, *args):
            raise UnsupportedOperation(name)
        told.__name__ = name
        return told
    seek, truncate, fileno = map(_unsupported, ("seek", "truncate", "fileno"))
    closed = property(lambda self: self._ended)

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def _says(what):
        def ask(self, msg=None):
            if not getattr(self, what)():
                raise UnsupportedOperation(f"File or stream is not {what}." if msg is None else msg)
        return ask
    _checkReadable, _checkWritable, _checkSeekable = map(_says, ("readable", "writable", "seekable"))
    del _says

    def tell(self):
        return self.seek(0, 1)

    def flush(self):
        self._checkClosed()

    def close(self):
        if not self._ended:
            try:
                self.flush()
            finally:
                self._ended = True

    def __del__(self):
        try:
            closed = self.closed
        except AttributeError:
            return
        if not closed:
            self.close()

    def seekable(self):
        return False

    readable = writable = seekable

    def isatty(self):
        self._checkClosed()
        return False

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        size = -1 if size is None else size
        line = bytearray()
        while size < 0 or len(line) < size:
            wanted = 1
            if hasattr(self, "peek"):
                ahead = self.peek(1)
                if ahead:
                    wanted = (ahead.find(b"\n") + 1) or len(ahead)
                    wanted = min(wanted, size) if size >= 0 else wanted
            piece = self.read(wanted)
            if not isinstance(piece, bytes):
                raise OSError(f"read() should have returned a bytes object, not '{type(piece).__name__}'")
            if not piece:
                break
            line += piece
            if line[-1] == 10:
                break
        return bytes(line)

    def readlines(self, hint=-1, /):
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    __module__ = "_io"

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def readall(self):
        pieces = []
        while piece := self.read(8192):
            pieces.append(piece)
        return b"".join(pieces) if pieces else piece


class _BufferedIOBase(_IOBase):
    __module__ = "_io"
    detach, read, read1, write = map(_IOBase._unsupported, ("detach", "read", "read1", "write"))

    def _fill(self, buffer, data):
        if not isinstance(data, bytes):
            raise TypeError("read() should return bytes")
        buffer[:len(data)] = data
        return len(data)

    def readinto(self, buffer, /):
        return self._fill(buffer, self.read(len(buffer)))

    def readinto1(self, buffer, /):
        return self._fill(buffer, self.read1(len(buffer)))


class _TextIOBase(_IOBase):
    __module__ = "_io"
    detach, read, readline, write = map(_IOBase._unsupported, ("detach", "read", "readline", "write"))
    encoding = errors = newlines = property(lambda self: None)


del _IOBase._unsupported


class _Memory:
    """A position in a text or in bytes; what both kinds share."""

    def _check(self):
        if self._closed:
            raise ValueError(f"I/O operation on closed file{self._stop}")

    @property
    def closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def _check_open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc):
        self.close()

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def isatty(self):
        self._check()
        return False

    def flush(self):
        self._check()

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def detach(self):
        raise UnsupportedOperation("detach")

    def tell(self):
        self._check()
        return self._at

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        self._check()
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def read(self, size=-1, /):
        self._check()
        data = self._all()
        if size is not None and not hasattr(size, "__index__"):
            raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
        if size is None or size < 0:
            end = len(data)
        else:
            end = min(self._at + size, len(data))
        piece = data[self._at:end]
        self._at = max(self._at, end)
        return piece

    def readline(self, size=-1, /):
        self._check()
        data = self._all()
        newline = data.find(self._newline, self._at)
        end = len(data) if newline < 0 else newline + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        piece = data[self._at:end]
        self._at = max(self._at, end)
        return piece

    def readlines(self, hint=-1, /):
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f"{'Negative' if self._stop == '' else 'negative'} size value {size}")
        self._keep(self._all()[:size])
        return size

    def _put(self, data):
        old = self._all()
        at = self._at
        if at > len(old):
            old += self._filler * (at - len(old))
        self._keep(old[:at] + data + old[at + len(data):])
        self._at = at + len(data)


@c_class
class StringIO(_Memory):
    __module__ = "_io"
    _newline = "\n"
    _filler = "\0"
    _stop = ""
    encoding = errors = None
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._parts = []
        self._text = ""
        self._size = 0
        self._at = 0
        self._closed = False
        self._translate = newline is None
        self._seen = set()
        self._write_newline = newline if newline in ("\r", "\r\n") else None
        if initial_value:
            self.write(initial_value)
            self._at = 0

    def _all(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts = []
        return self._text

    def _keep(self, text):
        self._text = text
        self._parts = []
        self._size = len(text)

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got {type(text).__name__!r}")
        self._check()
        size = len(text)
        if self._translate:
            rest = text.replace("\r\n", "")
            self._seen |= {each for each, there in (("\r\n", rest != text), ("\r", "\r" in rest), ("\n", "\n" in rest)) if there}
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._write_newline:
            text = text.replace("\n", self._write_newline)
        if self._at == self._size:
            self._parts.append(text)
            self._size += len(text)
            self._at = self._size
        elif text:
            self._put(text)
        return size

    def getvalue(self):
        self._check()
        return self._all()

    def seek(self, offset, whence=0, /):
        self._check()
        if whence == 0:
            if offset < 0:
                raise ValueError(f"Negative seek position {offset}")
            self._at = offset
        elif whence in (1, 2):
            if offset:
                raise OSError("Can't do nonzero cur-relative seeks")
            if whence == 2:
                self._at = self._size
        else:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        return self._at

    @property
    def newlines(self):
        seen = [each for each in ("\r", "\n", "\r\n") if each in self._seen]
        return None if not seen else seen[0] if len(seen) == 1 else tuple(seen)


@c_class
class BytesIO(_Memory):
    __module__ = "_io"
    _newline = b"\n"
    _filler = b"\0"
    _stop = "."

    def __init__(self, initial_bytes=b""):
        if isinstance(initial_bytes, (str, int)):
            raise TypeError(f"a bytes-like object is required, not {type(initial_bytes).__name__!r}")
        self._data = bytearray(initial_bytes or b"")
        self._at = 0
        self._closed = False

    def _all(self):
        return self._data

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size

    def _put(self, data):
        if self._at > len(self._data):
            self._data.extend(bytes(self._at - len(self._data)))
        self._data[self._at:self._at + len(data)] = data
        self._at += len(data)

    def write(self, data, /):
        self._check()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        if data:
            self._put(data)
        return len(data)

    def read(self, size=-1, /):
        return bytes(super().read(size))

    def readline(self, size=-1, /):
        return bytes(super().readline(size))

    def getvalue(self):
        self._check()
        return bytes(self._data)

    def getbuffer(self):
        self._check()
        return memoryview(self._data)

    def seek(self, offset, whence=0, /):
        self._check()
        if whence == 0:
            if offset < 0:
                raise ValueError(f"negative seek value {offset}")
            self._at = offset
        elif whence == 1:
            self._at = max(self._at + offset, 0)
        elif whence == 2:
            self._at = max(len(self._data) + offset, 0)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._at

    read1 = read

    def readinto(self, buffer, /):
        if memoryview(buffer).readonly:
            raise TypeError(f"readinto() argument must be read-write bytes-like object, not {type(buffer).__name__}")
        piece = self.read(len(buffer))
        buffer[:len(piece)] = piece
        return len(piece)

    readinto1 = readinto
