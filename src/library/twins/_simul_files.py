"""Files in a folder that lives as long as the program: CPython's Modules/_io and the calls of Modules/posixmodule.c about files.

The folder is empty but for the program's own text. What is written reaches the file when the buffer is full, flushed or closed, as
CPython's does.
"""
import sys
from time import time_ns
from _io import UnsupportedOperation, _BufferedIOBase, _RawIOBase, _TextIOBase
from _simul import c_class, folder, source

HOME = "/home/simul"
_BUFFER = 8192
_files = folder()            # absolute name -> bytearray
_folders = {"/", "/home", HOME, "/tmp"}
_here = HOME
_mask = 0o22
_known = {}             # absolute name -> what is known of it besides the bytes
_numbers = {}           # descriptor -> the file that is open under it


class _About:
    """What is known of a file or a folder besides its content."""
    __slots__ = ("rights", "number", "read", "written", "changed")
    _count = 1000

    def __init__(self, rights):
        _About._count += 1
        self.number = _About._count
        self.rights = rights & ~_mask
        self.read = self.written = self.changed = time_ns()

    def touch(self):
        self.written = self.changed = time_ns()


def _about(name, rights=0o666):
    found = _known.get(name)
    if found is None:
        found = _known[name] = _About(0o777 if name in _folders else rights)
    return found


def _changed(name):
    """Something came into the folder of this name, or left it."""
    _about(_parent(name)).touch()


def absolute(name, below=None):
    import os
    name = os.fspath(name)
    if isinstance(name, bytes):
        name = name.decode()
    if not name:
        _error(2, name)
    if "\0" in name:
        raise ValueError("embedded null byte")
    parts = []
    for each in (name if name.startswith("/") else f"{below or _here}/{name}").split("/"):
        if each == "..":
            if parts:
                parts.pop()
        elif each not in ("", "."):
            parts.append(each)
    return "/" + "/".join(parts)


def _parent(name):
    return name.rpartition("/")[0] or "/"


def content(name):
    """The bytes of a file by its absolute name, None where there is none."""
    found = _files.get(name)
    if found is None and name not in _folders:
        main = sys.modules.get("__main__")
        own = getattr(main, "__file__", None)
        if own is not None and absolute(own, HOME) == name:
            text = source(own)
            if text is not None:
                found = _files[name] = bytearray(text.encode())
    return found


def _error(number, name):
    import errno
    import os
    raise OSError(number, os.strerror(number), name)


def _lookup(path, name):
    """The error for a path that is not there: a file on the way is no folder."""
    above = _parent(name)
    while above != "/":
        if content(above) is not None:
            _error(20, path)
        above = _parent(above)
    _error(2, path)


class _File:
    """What text and binary files share: the place in the bytes, the mode, the buffer of what is to be written."""
    _closed = True      # until it is made
    _pending = ()
    _number = None

    def __init__(self, path, mode, name, kind):
        self.name = path
        self._mode = mode
        self._at = 0
        self._pending = []
        self._waiting = 0
        self._closed = False
        self._number = None
        self._reads = kind == "r" or "+" in mode
        self._writes = kind != "r" or "+" in mode
        self._appends = kind == "a"
        found = content(name)
        if name in _folders:
            _error(21, path)
        if kind == "x" and found is not None:
            _error(17, path)
        if found is None:
            if kind == "r" or _parent(name) not in _folders:
                _lookup(path, name)
            found = _files[name] = bytearray()
            _known.pop(name, None)
            _changed(name)
        elif kind == "w":
            found.clear()
            _about(name).touch()
        self._bytes = found
        self._known = _about(name)
        if self._appends:
            self._at = len(found)

    @property
    def mode(self):
        return self._mode

    @property
    def closed(self):
        return self._closed

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def _readable(self):
        self._check()
        if not self._reads:
            raise UnsupportedOperation("not readable" if self._text else "read")
        self._flush()

    def _writable(self):
        self._check()
        if not self._writes:
            raise UnsupportedOperation("not writable" if self._text else "write")

    def _flush(self):
        if not self._pending:
            return
        data = b"".join(self._pending)
        self._pending.clear()
        self._waiting = 0
        if self._appends:
            self._at = len(self._bytes)
        if self._at > len(self._bytes):
            self._bytes.extend(bytes(self._at - len(self._bytes)))
        self._bytes[self._at:self._at + len(data)] = data
        self._at += len(data)
        self._known.touch()

    def _share(self, other, mode, number):
        """Another way to the same open file, which goes on from here."""
        other._flush()
        self.name, self._mode, self._number = number, mode, number
        self._bytes, self._known, self._at = other._bytes, other._known, other._at
        self._pending, self._waiting, self._closed = [], 0, False
        self._reads, self._writes = "r" in mode or "+" in mode, "r" not in mode or "+" in mode
        self._appends = "a" in mode
        _numbers[number] = self
        return self

    def _put(self, data):
        self._pending.append(data)
        self._waiting += len(data)
        if self._waiting > _BUFFER:
            self._flush()

    def _take(self, size):
        """The bytes from here, as many as there are."""
        data = bytes(self._bytes[self._at:] if size is None or size < 0 else self._bytes[self._at:self._at + size])
        self._at += len(data)
        return data

    def _take_line(self):
        end = self._bytes.find(b"\n", self._at)
        return self._take(-1 if end < 0 else end + 1 - self._at)

    def flush(self):
        self._check()
        self._flush()

    def close(self):
        if not self._closed:
            self._flush()
            self._closed = True
            if self._number is not None and _numbers.get(self._number) is self:
                del _numbers[self._number]

    def __del__(self):
        self.close()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def seekable(self):
        self._check()
        return True

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        self._check()
        if self._number is None:
            self._number = _lowest()
            _numbers[self._number] = self
        return self._number

    def tell(self):
        self._check()
        self._flush()
        return self._at

    def truncate(self, pos=None, /):
        self._writable()
        self._flush()
        size = self._at if pos is None else pos
        if size < len(self._bytes):
            del self._bytes[size:]
        else:
            self._bytes.extend(bytes(size - len(self._bytes)))
        self._known.touch()
        return size


def _lowest():
    number = 3
    while number in _numbers:
        number += 1
    return number


def _adopt(file, raw):
    """A file object over a raw one: what FileIO has open is taken over as it is."""
    file._mode = raw.mode
    file._share(raw, raw.mode, raw.fileno())
    file.name = raw.name


@c_class
class TextIOWrapper(_File, _TextIOBase):
    __module__ = "_io"
    _text = True
    _over = None        # the buffer that a program gave; of a file of open() none
    _each_line = _through = _detached = False
    _telling = True
    _base = 0           # where its buffer was when it was read

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        self._reads, self._writes = buffer.readable(), buffer.writable()
        self._begin(encoding, errors, newline)
        self._over = buffer
        self._bytes = None      # what is left of it when somebody first reads
        self._each_line, self._through = bool(line_buffering), bool(write_through)
        self._at = self._waiting = 0
        self._appends = False
        self._pending = []
        self._closed = False

    def _readable(self):
        super()._readable()
        if self._bytes is None:
            self._base = self._over.tell() if self._over.seekable() else 0
            self._bytes, self._at = self._over.read(), 0

    def _flush(self):
        if self._over is None:
            super()._flush()
        elif self._pending:
            data = b"".join(self._pending)
            self._pending.clear()
            self._waiting = 0
            self._over.write(data)

    def _check(self):
        if self._detached:
            raise ValueError("underlying buffer has been detached")
        if self._over is not None and not self._closed and self._over.closed:
            self._pending.clear()
            self._closed = True
        super()._check()

    def flush(self):
        super().flush()
        self._telling = True
        if self._over is not None:
            self._over.flush()

    def __next__(self):
        self._telling = False
        try:
            return super().__next__()
        except StopIteration:
            self._telling = True
            raise

    def tell(self):
        self._check()
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self._flush()
        if self._over is None:
            return self._at
        return self._over.tell() if self._bytes is None else self._base + self._at

    def close(self):
        if not self._closed:
            over = self._over
            if over is None:
                super().close()
            elif not over.closed:
                self.flush()
                self._closed = True
                over.close()

    def fileno(self):
        return super().fileno() if self._over is None else self._over.fileno()

    @property
    def closed(self):
        if self._detached:
            self._check()
        return self._closed

    def detach(self):
        if self._over is None:
            raise UnsupportedOperation("Simul's files have no buffer under them")
        self.flush()
        self._closed = self._detached = True
        return self._over

    @property
    def buffer(self):
        if self._over is None:
            raise AttributeError("Simul's files have no buffer under them (instead: open() with mode 'rb' or 'wb')")
        return self._over

    def __getattr__(self, attr):
        if attr == "name" and self._over is not None:
            return self._over.name
        raise AttributeError(f"'_io.TextIOWrapper' object has no attribute {attr!r}")

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.flush()
        self._begin(encoding or self._encoding, errors or (self._errors if encoding is None else None),
                    self._newline if newline is None else newline)
        if line_buffering is not None:
            self._each_line = bool(line_buffering)
        if write_through is not None:
            self._through = bool(write_through)

    def _begin(self, encoding, errors, newline):
        self._encoding = "UTF-8" if encoding in (None, "locale") else encoding
        self._errors = "strict" if errors is None else errors
        self._newline = newline
        self._seen = set()
        "".encode(self._encoding, self._errors)    # LookupError for one that is not known
        return self

    encoding = property(lambda self: self._encoding)
    errors = property(lambda self: self._errors)
    line_buffering = property(lambda self: self._each_line)
    write_through = property(lambda self: self._through)

    @property
    def newlines(self):
        seen = [each for each in ("\r", "\n", "\r\n") if each in self._seen]
        return None if not seen else seen[0] if len(seen) == 1 else tuple(seen)

    def __repr__(self):
        name = getattr(self, "name", None)
        parts = [] if name is None else [f"name={name!r}"]
        if self._over is None:
            parts.append(f"mode={self._mode!r}")
        return f"<_io.TextIOWrapper {' '.join(parts + [f'encoding={self._encoding!r}'])}>"

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._writable()
        if self._over is not None and self._bytes is not None:
            if self._over.seekable():
                self._over.seek(self._base + self._at)
            self._bytes, self._at = None, 0
        shown = text
        if self._newline in ("\r", "\r\n"):
            shown = text.replace("\n", self._newline)
        self._put(shown.encode(self._encoding, self._errors))
        if self._over is not None and (self._through or self._each_line and ("\n" in text or "\r" in text)):
            self.flush()
        return len(text)

    def _decoded(self, data):
        text = data.decode(self._encoding, self._errors)
        if self._newline is None and "\r" in text:
            self._seen.add("\r\n" if "\r\n" in text else "\r")
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif "\n" in text:
            self._seen.add("\n")
        return text

    def read(self, size=-1, /):
        self._readable()
        if size is None or size < 0:
            return self._decoded(self._take(-1))
        text = ""
        while len(text) < size:
            data = self._take(size - len(text))
            if not data:
                break
            while self._at < len(self._bytes) and self._bytes[self._at] & 0xC0 == 0x80 and self._encoding.upper() in ("UTF-8", "UTF8"):
                data += self._take(1)
            text += self._decoded(data)
        return text

    def readline(self, size=-1, /):
        self._readable()
        start = self._at
        if self._newline in (None, "") and b"\r" in self._bytes:
            end = start
            while end < len(self._bytes) and self._bytes[end] not in b"\r\n":
                end += 1
            end += 2 if self._bytes[end:end + 2] == b"\r\n" else 1
            line = self._decoded(self._take(end - start))
        else:
            line = self._decoded(self._take_line())
        if size is not None and 0 <= size < len(line):
            line = line[:size]
            self._at = start + len(line.encode(self._encoding, self._errors))
        return line

    def seek(self, cookie, whence=0, /):
        self._check()
        self._flush()
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self._at = len(self._bytes or ())
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        elif cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        else:
            self._at = cookie
        self._telling = True
        if self._over is not None and (whence != 1 or self._bytes is None):
            self._bytes, self._at = None, 0
            return self._over.seek(cookie, whence)
        return self._base + self._at


class _Binary(_File, _BufferedIOBase):
    _text = False
    _over = None        # the raw stream that a program gave; of a file of open() none

    def __init__(self, raw, buffer_size=_BUFFER):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        for what in self._needs:
            if not getattr(raw, what)():
                raise UnsupportedOperation({"readable": "File or stream is not readable.", "writable": "File or stream is not writable.",
                                            "seekable": "File or stream is not seekable."}[what])
        self._size = buffer_size
        if isinstance(raw, FileIO):
            _adopt(self, raw)
            self._raw = raw
        else:
            self._over = raw
            self._reads, self._writes = "readable" in self._needs, "writable" in self._needs
            self._bytes, self._at, self._pending, self._waiting, self._closed, self._appends = bytearray(), 0, [], 0, False, False

    @property
    def raw(self):
        if self._over is not None:
            return self._over
        if "_raw" not in self.__dict__:
            self._raw = FileIO.__new__(FileIO)._share(self, self._mode, self.fileno())
            self._raw.name = self.name
            _numbers[self._number] = self
        return self._raw

    def __repr__(self):
        name = getattr(self, "name", None) if self._over is None else getattr(self._over, "name", None)
        return f"<_io.{type(self).__name__}{'' if name is None else f' name={name!r}'}>"

    def _more(self, wanted):
        """Asks the raw stream until this many bytes are there behind the place, or it has no more."""
        if self._over is None:
            return
        del self._bytes[:self._at]
        self._at = 0
        while wanted < 0 or len(self._bytes) < wanted:
            if wanted < 0 and hasattr(self._over, "readall"):
                data = self._over.readall()
            else:
                buffer = bytearray(self._size)
                got = self._over.readinto(buffer)
                data = buffer[:got or 0]
            if not data:
                break
            self._bytes += data
            if wanted < 0 and hasattr(self._over, "readall"):
                break

    def _take(self, size):
        if self._over is not None and (size is None or size < 0 or len(self._bytes) - self._at < size):
            self._more(-1 if size is None else size)
        return super()._take(size)

    def _take_line(self):
        while self._over is not None and self._bytes.find(b"\n", self._at) < 0:
            there = len(self._bytes) - self._at
            self._more(there + 1)
            if len(self._bytes) == there:
                break
        return super()._take_line()

    def _flush(self):
        if self._over is None:
            super()._flush()
        elif self._pending:
            data = b"".join(self._pending)
            self._pending.clear()
            self._waiting = 0
            while data:
                data = data[self._over.write(data):]

    def flush(self):
        super().flush()
        if self._over is not None:
            self._over.flush()

    def close(self):
        if not self._closed:
            super().close()
            if self._over is not None:
                self._over.close()

    def detach(self):
        self.flush()
        raw = self.raw
        self._closed = True
        return raw

    def fileno(self):
        return super().fileno() if self._over is None else self._over.fileno()

    def readinto1(self, buffer, /):
        return self.readinto(buffer)

    def _check(self):
        if self._closed:
            raise ValueError(f"{'write to' if self._writes and not self._reads else 'read of'} closed file")

    def write(self, data, /):
        self._writable()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        self._put(data)
        return len(data)

    def read(self, size=-1, /):
        self._readable()
        return self._take(size)

    def read1(self, size=-1, /):
        if not self._reads:
            raise UnsupportedOperation("read1")
        if self._over is None:
            return self.read(size)
        if self._at == len(self._bytes):
            self._more(1)
        there = len(self._bytes) - self._at
        return self._take(there if size < 0 else min(size, there))

    def peek(self, size=0, /):
        self._readable()
        if self._at == len(self._bytes):
            self._more(1)
        return bytes(self._bytes[self._at:self._at + _BUFFER])

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._readable()
        start = self._at
        line = self._take_line()
        if size is not None and 0 <= size < len(line):
            line = line[:size]
            self._at = start + size
        return line

    def seek(self, target, whence=0, /):
        self._check()
        self._flush()
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        at = target + (0 if whence == 0 else self._at if whence == 1 else len(self._bytes))
        if at < 0:
            _error(22, None)
        self._at = at
        return at


@c_class
class BufferedReader(_Binary):
    __module__ = "_io"
    _needs = ("readable",)


@c_class
class BufferedWriter(_Binary):
    __module__ = "_io"
    _needs = ("writable",)

    def _put(self, data):
        if self._over is not None and self._waiting + len(data) > self._size:
            self._flush()
        super()._put(data)
        if self._over is not None and self._waiting > self._size:
            self._flush()


@c_class
class BufferedRandom(_Binary):
    __module__ = "_io"
    _needs = ("seekable", "readable", "writable")


@c_class
class BufferedRWPair(_BufferedIOBase):
    """One stream to read from and another to write to."""
    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=_BUFFER, /):
        self._reader, self._writer = BufferedReader(reader, buffer_size), BufferedWriter(writer, buffer_size)

    def _of(name, side):
        def call(self, *args):
            return getattr(getattr(self, side), name)(*args)
        call.__name__ = name
        return call
    read, read1, readinto, readinto1, peek, readable = map(
        _of, ("read", "read1", "readinto", "readinto1", "peek", "readable"), ("_reader",) * 6)
    write, flush, writable = map(_of, ("write", "flush", "writable"), ("_writer",) * 3)
    del _of
    closed = property(lambda self: self._writer.closed)

    def isatty(self):
        return self._writer.isatty() or self._reader.isatty()

    def close(self):
        self._writer.close()
        self._reader.close()


@c_class
class FileIO(_File, _RawIOBase):
    """A file without a buffer: what is written is there at once."""
    __module__ = "_io"
    _text = False
    _BUFFER = 0

    def __init__(self, file, mode="r", closefd=True, opener=None):
        letters = mode.replace("b", "")
        if len(letters.replace("+", "")) != 1 or letters[:1] not in "xrwa":
            if set(mode) - set("xrwab+"):
                raise ValueError(f"invalid mode: {mode}")
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        self.closefd = closefd
        if isinstance(file, int):
            self._share(_opened(file), letters, file)
        else:
            import os
            file = os.fspath(file)
            super().__init__(file, letters, absolute(file), letters[0])

    closefd = True

    @property
    def mode(self):
        kind = "x" if "x" in self._mode else "a" if self._appends else "w" if not self._reads else "r"
        return f"{kind}b{'+' if self._reads and self._writes else ''}"

    def __repr__(self):
        if self._closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _readable(self):
        self._check()
        if not self._reads:
            raise UnsupportedOperation("File not open for reading")

    def write(self, data, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation("File not open for writing")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        self._put(data)
        self._flush()
        return len(data)

    def read(self, size=-1, /):
        self._readable()
        return self._take(size)

    def readall(self):
        return self.read()

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    readline = _Binary.readline
    seek = _Binary.seek


def _opened(number):
    found = _numbers.get(number)
    if found is None:
        _error(9, None)
    return found


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    import os
    path = file if isinstance(file, int) else os.fspath(file)
    for what, value in (("mode", mode), ("encoding", encoding), ("errors", errors)):
        if not isinstance(value, str) and (what == "mode" or value is not None):
            place = {"mode": 2, "encoding": 4, "errors": 5}[what]
            raise TypeError(f"open() argument {what!r} must be str{'' if place == 2 else ' or None'}, not {type(value).__name__}")
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    kinds = letters & set("xrwa")
    if "t" in letters and "b" in letters:
        raise ValueError("can't have text and binary mode at once")
    if not kinds:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if len(kinds) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    binary = "b" in letters
    for what, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if binary and value is not None:
            raise ValueError(f"binary mode doesn't take {'a' if what == 'newline' else 'an'} {what} argument")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")
    if buffering == 0 and not binary:
        raise ValueError("can't have unbuffered text I/O")
    if buffering == 1 and binary:
        import warnings
        warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used", RuntimeWarning,
                      stacklevel=1)
    kind = kinds.pop()
    cls = TextIOWrapper if not binary else FileIO if buffering == 0 else BufferedRandom if "+" in mode else \
        BufferedReader if kind == "r" else BufferedWriter
    made = cls.__new__(cls)
    if opener is not None and not isinstance(path, int):
        number = opener(path, _FLAGS[kind] | (2 if "+" in mode else 0 if kind == "r" else 1) | 0o2000000)
        _share_opened(made, number, mode, binary).name = path
    elif isinstance(path, int):
        _share_opened(made, path, mode, binary)
    else:
        if binary:
            mode = ("rb+" if kind != "x" else "xb+") if "+" in mode else kind + "b"
        _File.__init__(made, path, mode, absolute(path), kind)
    if not binary:
        made._each_line = buffering == 1
        made._begin(encoding, errors, newline)
    return made


_FLAGS = {"r": 0, "w": 0o1100, "x": 0o300, "a": 0o2100}


def _share_opened(made, number, mode, binary):
    if number in (0, 1, 2):
        raise UnsupportedOperation("Simul opens no standard stream anew (instead: sys.stdin, sys.stdout, sys.stderr)")
    return made._share(_opened(number), mode if not binary or "b" in mode else mode + "b", number)


# --- what the os module does with names

def _asked(path, function, what="path", also=""):
    """The name as an error shows it, and the absolute one. `also`: what else `function` takes, as its error says."""
    import os
    if not isinstance(path, (str, bytes)) and not hasattr(path, "__fspath__"):
        raise TypeError(f"{function}: {what} should be string, bytes{',' if also else ' or'} os.PathLike{also}, not {type(path).__name__}")
    path = os.fspath(path)
    name = absolute(path)
    if content(name) is not None and path[-1:] in ("/", b"/"):    # only a folder's name ends so
        _error(20, path)
    return path, name


def here():
    return _here


def go(path):
    global _here
    path, name = _asked(path, "chdir", also=" or integer")
    if name not in _folders:
        if content(name) is not None:
            _error(20, path)
        _lookup(path, name)
    _here = name


def _told(about, folder, size):
    return (0o40000 if folder else 0o100000) | about.rights, size, about


def stat(path, function="stat"):
    """Its kind with its rights, its size, and what else is known."""
    if isinstance(path, int) and function == "stat":
        file = _opened(path)
        return _told(file._known, file._bytes is None, len(file._bytes or ()))
    path, name = _asked(path, function, also=" or integer" if function == "stat" else "")
    if name in _folders:
        return _told(_about(name), True, 4096)
    found = content(name)
    if found is None:
        _lookup(path, name)
    return _told(_about(name), False, len(found))


def known(path, function):
    """What is known of a file besides its content, to be changed."""
    if isinstance(path, int):
        return _opened(path)._known
    path, name = _asked(path, function, also=" or integer")
    if name not in _folders and content(name) is None:
        _lookup(path, name)
    return _about(name)


def mask(new):
    global _mask
    old, _mask = _mask, new & 0o777
    return old


def open_number(path, flags, mode):
    path, name = _asked(path, "open")
    reads, writes = flags & 3 != 1, flags & 3 != 0
    made = FileIO.__new__(FileIO)
    if name in _folders:
        if writes or flags & 0o100:
            _error(21, path)
        made._bytes, made._known, made._mode, made._closed, made._pending = None, _about(name), "r", False, []
    else:
        there = content(name) is not None
        if there and flags & 0o300 == 0o300:
            _error(17, path)
        if not there and not flags & 0o100:
            _lookup(path, name)
        _File.__init__(made, path, "r" if there else "x", name, "r" if there else "x")
        if not there:
            made._known.rights = mode & 0o777 & ~_mask
        elif flags & 0o1000 and writes:
            made._bytes.clear()
            made._known.touch()
        made._reads, made._writes, made._appends = reads, writes, bool(flags & 0o2000)
    return made.fileno()


def opened(number, what="write"):
    """The open file of a descriptor; it has to be one that can do this."""
    file = _opened(number)
    if not (file._writes if what == "write" else file._reads):
        _error(9, None)
    if file._bytes is None:
        _error(21, None)
    return file


def close_number(number):
    file = _opened(number)
    file._flush()
    file._closed = True
    del _numbers[number]


def listed(path=".", function="listdir"):
    path, name = _asked(path, function, also=", integer or None")
    if name not in _folders:
        if content(name) is not None:
            _error(20, path)
        _lookup(path, name)
    content(absolute(getattr(sys.modules.get("__main__"), "__file__", "") or ".", HOME))    # the program's own stands there too
    return [each.rpartition("/")[2] for each in (*_folders, *_files) if each != "/" and _parent(each) == name]


def remove(path, function="remove"):
    path, name = _asked(path, function)
    if name in _folders:
        _error(21, path)
    if content(name) is None:
        _lookup(path, name)
    del _files[name]
    _known.pop(name, None)
    _changed(name)


def make_folder(path, mode=0o777):
    path, name = _asked(path, "mkdir")
    if name in _folders or content(name) is not None:
        _error(17, path)
    if _parent(name) not in _folders:
        _lookup(path, name)
    _folders.add(name)
    _known[name] = _About(mode)
    _changed(name)


def remove_folder(path):
    path, name = _asked(path, "rmdir")
    if name not in _folders:
        if content(name) is not None:
            _error(20, path)
        _lookup(path, name)
    if any(_parent(each) == name for each in (*_folders, *_files) if each != "/"):
        _error(39, path)
    _folders.discard(name)
    _known.pop(name, None)
    _changed(name)


def rename(src, dst, function):
    import os
    (src, old), (dst, new) = _asked(src, function, "src"), _asked(dst, function, "dst")

    def refuse(number):
        raise OSError(number, os.strerror(number), src, None, dst)
    for name in (old, new):
        if _parent(name) not in _folders:
            refuse(20 if content(_parent(name)) is not None else 2)
    if content(old) is None and old not in _folders:
        refuse(2)
    if old == new:
        return
    if old not in _folders:
        if new in _folders:
            refuse(21)
        _files[new] = _files.pop(old)
        _move_known(old, new)
        return
    if new.startswith(old + "/"):
        refuse(22)
    if content(new) is not None:
        refuse(20)
    if any(_parent(each) == new for each in (*_folders, *_files) if each != "/"):
        refuse(39)
    for each in [each for each in _folders if each == old or each.startswith(old + "/")]:
        _folders.discard(each)
        _folders.add(new + each[len(old):])
    for each in [each for each in _files if each.startswith(old + "/")]:
        _files[new + each[len(old):]] = _files.pop(each)
    _known.pop(new, None)
    _move_known(old, new)


def _move_known(old, new):
    for each in [each for each in _known if each == old or each.startswith(old + "/")]:
        _known[new + each[len(old):]] = _known.pop(each)
    _changed(old)
    _changed(new)
