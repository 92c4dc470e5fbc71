"""The machine that Simul models: no environment, no other process, a folder in memory. Mirrors what CPython's Lib/os.py offers to a
program in a page."""
import abc as _abc
import builtins as _builtins
import posixpath as path
import secrets as _secrets
import sys as _sys
from time import time_ns as _time_ns
from _collections_abc import Mapping as _Mapping, MutableMapping as _MutableMapping

import _simul_files

name, curdir, pardir, sep, extsep, altsep, pathsep, linesep, devnull = 'posix', '.', '..', '/', '.', None, ':', '\n', '/dev/null'
_sys.modules['os.path'] = path
error = OSError
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000
O_SYNC, O_DIRECTORY, O_NOFOLLOW, O_CLOEXEC = 0o4010000, 0o200000, 0o400000, 0o2000000
EX_OK = 0


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


def sched_getaffinity(pid, /):
    return set(range(cpu_count()))


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getlogin():
    return "simul"


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
             17: "File exists", 18: "Invalid cross-device link", 20: "Not a directory", 21: "Is a directory", 22: "Invalid argument", 25: "Inappropriate ioctl for device", 28: "No space left on device",
             32: "Broken pipe", 39: "Directory not empty", 98: "Address already in use", 104: "Connection reset by peer",
             110: "Connection timed out", 111: "Connection refused"}


def strerror(code, /):
    import operator
    code = operator.index(code)
    return _MESSAGES.get(code) or f"Unknown error {code}"


# --- files, all in memory

class _Shaped(tuple):
    """What is told by place and by name; the last names have no place."""

    def __new__(cls, sequence, more=None):
        made = tuple.__new__(cls, sequence)
        made.__dict__.update(zip(cls._names, made))
        made.__dict__.update(more or {})
        return made

    def __setattr__(self, name, value):
        raise AttributeError("readonly attribute")

    def __repr__(self):
        return f"os.{type(self).__name__}({', '.join([f'{name}={getattr(self, name)!r}' for name in self._names])})"


class stat_result(_Shaped):
    _names = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime')


class terminal_size(_Shaped):
    _names = ('columns', 'lines')


class uname_result(_Shaped):
    _names = ('sysname', 'nodename', 'release', 'version', 'machine')


def uname():
    import platform
    return uname_result(platform.uname()[:5])


def get_terminal_size(fd=1, /):
    raise OSError(25, strerror(25))


def _told(mode, size, about):
    times = about.read, about.written, about.changed
    more = {}
    for name, each in zip(('st_atime', 'st_mtime', 'st_ctime'), times):
        more[name], more[name + '_ns'] = each / 1e9, each
    more.update(st_blksize=4096, st_blocks=(size + 511) // 512, st_rdev=0)
    links = 2 if mode >> 12 == 4 else 1
    return stat_result((mode, about.number, 1, links, getuid(), getgid(), size, *(each // 10**9 for each in times)), more)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return _told(*_simul_files.stat(path))


def lstat(path, *, dir_fd=None):
    return _told(*_simul_files.stat(path, "lstat"))


def fstat(fd):
    return stat(fd)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """May the program do this? It owns all there is; only what nobody may do, it may not."""
    try:
        rights = stat(path).st_mode
    except OSError:
        return False
    return not mode & ~(rights >> 6)


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    about = _simul_files.known(path, "chmod")
    about.rights = mode & 0o7777
    about.changed = _time_ns()


fchmod = chmod


def umask(mask, /):
    return _simul_files.mask(mask)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    for given, what in ((times, "times"), (ns, "ns")):
        if given is not None and not (isinstance(given, tuple) and len(given) == 2):
            raise TypeError("utime: 'times' must be either a tuple of two ints or None" if what == "times" else
                            "utime: 'ns' must be a tuple of two ints")
    about = _simul_files.known(path, "utime")
    about.changed = now = _time_ns()
    about.read, about.written = ns or ([int(each * 10**9) for each in times] if times else (now, now))


# --- files by number

def open(path, flags, mode=0o777, *, dir_fd=None):
    return _simul_files.open_number(path, flags, mode)


def close(fd):
    _simul_files.close_number(fd)


def read(fd, length, /):
    if fd == 0:
        return _sys.stdin.buffer.read(length)
    return _simul_files.opened(fd, "read").read(length)


def write(fd, data, /):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    if fd in (1, 2):
        return (_sys.stdout if fd == 1 else _sys.stderr).buffer.write(data)
    file = _simul_files.opened(fd)
    file._flush()
    file._put(bytes(data))
    file._flush()
    return len(data)


def lseek(fd, position, whence, /):
    return _simul_files.opened(fd, "read" if _simul_files._opened(fd)._reads else "write").seek(position, whence)


def fsync(fd):
    _simul_files.known(fd.fileno() if hasattr(fd, "fileno") else fd, "fsync")


fdatasync = fsync


def ftruncate(fd, length, /):
    _simul_files.opened(fd).truncate(length)


def truncate(path, length):
    if isinstance(path, int):
        return ftruncate(path, length)
    with _builtins.open(path, "rb+") as file:
        file.truncate(length)


def isatty(fd, /):
    return False


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    return _builtins.open(fd, mode, buffering, encoding, *args, **kwargs)


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
    _simul_files.make_folder(path, mode)


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


def renames(old, new):
    folder, last = path.split(new)
    if folder and last and not path.exists(folder):
        makedirs(folder)
    rename(old, new)
    folder, last = path.split(old)
    if folder and last:
        try:
            removedirs(folder)
        except OSError:
            pass


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


_ABSENT = {"link symlink readlink": "its folder has no links (instead: shutil.copy())",
           "fork forkpty execl execle execlp execlpe execv execve execvp execvpe posix_spawn posix_spawnp spawnl spawnv wait waitpid system "
           "popen killpg": "a page has no other processes (instead: asyncio.create_task(), multiprocessing.Process)",
           "pipe pipe2 dup dup2 mkfifo openpty eventfd": "its descriptors are of files only (instead: asyncio.Queue, multiprocessing.Pipe())",
           "_exit abort": "a page cannot end at once (instead: sys.exit())"}


def __getattr__(name):
    for names, why in _ABSENT.items():
        if name in names.split():
            raise AttributeError(f"Simul's os has no {name!r}: {why}")
    raise AttributeError(f"Simul's os has no {name!r}: a page has no operating system")
