"""Files in a folder that lives as long as the program: CPython's Modules/_io and the calls of Modules/posixmodule.c about files.

The folder is empty but for the program's own text. What is written reaches the file when the buffer is full, flushed or closed, as
CPython's does.
"""
import sys
from _io import UnsupportedOperation
from _simul import c_class, folder, source

HOME = "/home/simul"
_BUFFER = 8192
_files = folder()            # absolute name -> bytearray
_folders = {"/", "/home", HOME, "/tmp"}
_here = HOME


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

    def __init__(self, path, mode, name, kind):
        self.name = path
        self._mode = mode
        self._at = 0
        self._pending = []
        self._waiting = 0
        self._closed = False
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
        elif kind == "w":
            found.clear()
        self._bytes = found
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
        raise UnsupportedOperation("fileno")

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
        return size


@c_class
class TextIOWrapper(_File):
    __module__ = "_io"
    _text = True
    _closed = True      # until it is made
    _pending = ()
    _over = None        # the buffer that a program gave; of a file of open() none
    _each_line = False

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
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
            self._bytes = self._over.read()

    def _flush(self):
        if self._over is None:
            super()._flush()
        elif self._pending:
            data = b"".join(self._pending)
            self._pending.clear()
            self._waiting = 0
            self._over.write(data)

    def _check(self):
        if self._over is not None and not self._closed and self._over.closed:
            self._pending.clear()
            self._closed = True
        super()._check()

    def flush(self):
        super().flush()
        if self._over is not None:
            self._over.flush()

    def close(self):
        if not self._closed:
            over = self._over
            if over is None:
                super().close()
            elif not over.closed:
                self.flush()
                self._closed = True
                over.close()

    def detach(self):
        if self._over is None:
            raise UnsupportedOperation("Simul's files have no buffer under them")
        self.flush()
        self._closed, over = True, self._over
        return over

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
            self._at = len(self._bytes)
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        elif cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        else:
            self._at = cookie
        return self._at


class _Binary(_File):
    _text = False

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"

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
        return self.read(size)

    def peek(self, size=0, /):
        self._readable()
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


@c_class
class BufferedWriter(_Binary):
    __module__ = "_io"


@c_class
class BufferedRandom(_Binary):
    __module__ = "_io"


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    import os
    if isinstance(file, int):
        raise OSError(9, "Bad file descriptor")
    path = os.fspath(file)
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
    if len(kinds) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    binary = "b" in letters
    for what, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if binary and value is not None:
            raise ValueError(f"binary mode doesn't take {'a' if what == 'newline' else 'an'} {what} argument")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline!r}")
    if buffering == 0 and not binary:
        raise ValueError("can't have unbuffered text I/O")
    kind = kinds.pop()
    name = absolute(path)
    if not binary:
        made = TextIOWrapper.__new__(TextIOWrapper)
        _File.__init__(made, path, mode, name, kind)
        return made._begin(encoding, errors, newline)
    made = BufferedRandom if "+" in mode else BufferedReader if kind == "r" else BufferedWriter
    return made(path, ("rb+" if kind != "x" else "xb+") if "+" in mode else kind + "b", name, kind)


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


def stat(path, function="stat"):
    """Its kind with its rights, and its size."""
    path, name = _asked(path, function, also=" or integer" if function == "stat" else "")
    if name in _folders:
        return 0o40755, 4096
    found = content(name)
    if found is None:
        _lookup(path, name)
    return 0o100644, len(found)


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


def make_folder(path):
    path, name = _asked(path, "mkdir")
    if name in _folders or content(name) is not None:
        _error(17, path)
    if _parent(name) not in _folders:
        _lookup(path, name)
    _folders.add(name)


def remove_folder(path):
    path, name = _asked(path, "rmdir")
    if name not in _folders:
        if content(name) is not None:
            _error(20, path)
        _lookup(path, name)
    if any(_parent(each) == name for each in (*_folders, *_files) if each != "/"):
        _error(39, path)
    _folders.discard(name)


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
