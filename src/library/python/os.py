"""The machine that Simul models: no environment, no other process, a folder in memory. Mirrors what CPython's Lib/os.py offers to a
program in a page."""
import abc as _abc
import posixpath as path
import secrets as _secrets
import sys as _sys
from _collections_abc import Mapping as _Mapping, MutableMapping as _MutableMapping

import _simul_files

name, curdir, pardir, sep, extsep, altsep, pathsep, linesep, devnull = 'posix', '.', '..', '/', '.', None, ':', '\n', '/dev/null'
_sys.modules['os.path'] = path
error = OSError


class PathLike(_abc.ABC):
    @_abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any('__fspath__' in each.__dict__ for each in subclass.__mro__) or NotImplemented
        return NotImplemented


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        found = type(path).__fspath__(path)
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}") from None
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}")


class _Environ(_MutableMapping):
    """Names and values in a dict of texts, and the same as bytes; KIND is what goes in and comes out."""

    def __init__(self, data, kind):
        self._data, self._kind = data, kind

    def _in(self, given):
        if not isinstance(given, self._kind):
            raise TypeError(f"{self._kind.__name__} expected, not {type(given).__name__}")
        return fsdecode(given)

    def _out(self, text):
        return text if self._kind is str else fsencode(text)

    def __getitem__(self, key):
        text = self._data.get(self._in(key))
        if text is None:
            raise KeyError(key)
        return self._out(text)

    def __setitem__(self, key, value):
        self._data[self._in(key)] = self._in(value)

    def __delitem__(self, key):
        if self._data.pop(self._in(key), None) is None:
            raise KeyError(key)

    def __iter__(self):
        for each in [*self._data]:
            yield self._out(each)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"environ({self.copy()!r})"

    def copy(self):
        return {name: self[name] for name in self}

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __or__(self, other):
        return {**self, **other} if isinstance(other, _Mapping) else NotImplemented

    def __ror__(self, other):
        return {**other, **self} if isinstance(other, _Mapping) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


environ = _Environ({}, str)
environb = _Environ(environ._data, bytes)
supports_bytes_environ = True


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


def putenv(name, value, /):
    """Sets what another process would be given, and os.environ does not see: nothing, here."""
    fsencode(name), fsencode(value)


def unsetenv(name, /):
    fsencode(name)


def getpid():
    return 2


def getppid():
    return 1


def kill(pid, signal, /):
    if pid != getpid():
        raise ProcessLookupError(3, "No such process")
    import _signal
    _signal._send(signal)


def cpu_count():
    return 8


process_cpu_count = cpu_count


def urandom(size, /):
    return _secrets.token_bytes(size)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def getcwd():
    return _simul_files.here()


def chdir(path):
    _simul_files.go(path)


_MESSAGES = {0: "Success", 1: "Operation not permitted", 2: "No such file or directory", 4: "Interrupted system call", 5: "Input/output error",
             9: "Bad file descriptor", 11: "Resource temporarily unavailable", 12: "Cannot allocate memory", 13: "Permission denied",
             17: "File exists", 20: "Not a directory", 21: "Is a directory", 22: "Invalid argument", 28: "No space left on device",
             32: "Broken pipe", 39: "Directory not empty", 98: "Address already in use", 104: "Connection reset by peer",
             110: "Connection timed out", 111: "Connection refused"}


def strerror(code, /):
    import operator
    code = operator.index(code)
    return _MESSAGES.get(code) or f"Unknown error {code}"


# --- files, all in memory

class stat_result:
    """What the folder knows of a file; the rest is a computer's."""

    def __init__(self, mode, size):
        self.st_mode, self.st_size = mode, size

    def __repr__(self):
        return f"os.stat_result(st_mode={self.st_mode}, st_size={self.st_size})"

    def __getattr__(self, name):
        if name.startswith("st_"):
            raise AttributeError(f"Simul's os.stat() has no {name!r}: the folder in memory keeps sizes and no more", name=name, obj=self)
        raise AttributeError(f"'os.stat_result' object has no attribute {name!r}", name=name, obj=self)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(*_simul_files.stat(path))


def lstat(path, *, dir_fd=None):
    return stat_result(*_simul_files.stat(path, "lstat"))


def listdir(path=None):
    return _simul_files.listed('.' if path is None else path)


class DirEntry:
    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)


def _entry(folder, name):
    made = object.__new__(DirEntry)
    made.name, made.path = name, path.join(folder, name)
    return made


class _Scan:
    def __init__(self, folder):
        folder = '.' if folder is None else folder
        found = _simul_files.listed(folder, "scandir")
        self._entries = iter([_entry(fspath(folder), each) for each in found])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


_Scan.__name__ = _Scan.__qualname__ = 'ScandirIterator'


def scandir(path=None):
    return _Scan(path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    dirs = [each.name for each in entries if each.is_dir()]
    files = [each.name for each in entries if not each.is_dir()]
    if topdown:
        yield top, dirs, files
    for each in dirs:
        yield from walk(path.join(top, each), topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


def mkdir(path, mode=0o777, *, dir_fd=None):
    _simul_files.make_folder(path)


def _above(name):
    """The folder a name stands in, and the name there; a slash at the end is no name."""
    folder, last = path.split(name)
    return (folder, last) if last else path.split(folder)


def makedirs(name, mode=0o777, exist_ok=False):
    folder, last = _above(name)
    if folder and last and not path.exists(folder):
        try:
            makedirs(folder, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if last == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(path, *, dir_fd=None):
    _simul_files.remove(path)


def unlink(path, *, dir_fd=None):
    _simul_files.remove(path, "unlink")


def rmdir(path, *, dir_fd=None):
    _simul_files.remove_folder(path)


def removedirs(name):
    rmdir(name)
    folder, last = _above(name)
    try:
        while folder and last:
            rmdir(folder)
            folder, last = path.split(folder)
    except OSError:
        pass    # the first that is not empty stays, and what it stands in


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _simul_files.rename(src, dst, "rename")


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _simul_files.rename(src, dst, "replace")


def __getattr__(name):
    raise AttributeError(f"Simul's os has no {name!r}: a page has no operating system")
