"""Files and folders that go when they are let go of, in /tmp of the folder in memory. Mirrors what programs use of CPython's
Lib/tempfile.py; their names are the same in every run."""
import io as _io
import os as _os
import random as _random
import shutil as _shutil
import types as _types
import warnings as _warnings
import weakref as _weakref

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir",
           "gettempprefixb", "gettempdirb"]
template, tempdir, TMP_MAX = "tmp", None, 238328
_letters = _random.Random(0)


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


def gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = "/tmp"
    return tempdir


def gettempdirb():
    return gettempdir().encode()


def _name(suffix, prefix, dir):
    for each in (prefix, suffix, dir):
        if isinstance(each, bytes):
            raise TypeError("Simul's tempfile takes names that are str, not bytes")
    dir = gettempdir() if dir is None else dir
    while True:
        letters = "".join(_letters.choices("abcdefghijklmnopqrstuvwxyz0123456789_", k=8))
        name = _os.path.abspath(_os.path.join(dir, (template if prefix is None else prefix) + letters + (suffix or "")))
        if not _os.path.lexists(name):
            return name


def mktemp(suffix="", prefix=template, dir=None):
    return _name(suffix, prefix, dir)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    name = _name(suffix, prefix, dir)
    return _os.open(name, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), name


def mkdtemp(suffix=None, prefix=None, dir=None):
    name = _name(suffix, prefix, dir)
    _os.mkdir(name, 0o700)
    return name


class _TemporaryFileWrapper:
    """A file that is removed when it is closed or let go of; all else is the file's own."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.name, self.file = name, file
        self._delete, self._with_close = delete, delete_on_close

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __iter__(self):
        yield from self.file

    def close(self):
        if self._with_close:
            self._remove()
        else:
            self.file.close()

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *exc):
        self.file.__exit__(*exc)
        self._remove()

    def _remove(self):
        self.file.close()
        if self._delete:
            self._delete = False
            try:
                _os.unlink(self.name)
            except FileNotFoundError:
                pass

    __del__ = _remove


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None, delete_on_close=True):
    name = _name(suffix, prefix, dir)
    return _TemporaryFileWrapper(_io.open(name, mode, buffering, encoding, errors, newline), name, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    """A file that nobody can find: its name is gone once it is open."""
    name = _name(suffix, prefix, dir)
    file = _io.open(name, mode, buffering, encoding, errors, newline)
    _os.unlink(name)
    return file


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self._delete, self._ignore = delete, ignore_cleanup_errors
        self.name = mkdtemp(suffix, prefix, dir)
        self._finalizer = _weakref.finalize(self, self._forgotten, self.name, f"Implicitly cleaning up {self!r}", delete)

    @staticmethod
    def _forgotten(name, message, delete):
        if delete:
            _shutil.rmtree(name, ignore_errors=True)
            _warnings.warn(message, ResourceWarning)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *exc):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        there = _os.path.exists(self.name)
        if self._finalizer.detach() or there:
            _shutil.rmtree(self.name, ignore_errors=self._ignore or not there)

    __class_getitem__ = classmethod(_types.GenericAlias)


class SpooledTemporaryFile(_io.IOBase):
    """In memory until it is too long or a number is asked for; then a file."""
    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
        self._file = _io.BytesIO() if "b" in mode else _io.TextIOWrapper(
            _io.BytesIO(), encoding=_io.text_encoding(encoding), errors=errors, newline=newline)
        self._max_size = max_size
        self._made_with = dict(mode=mode, buffering=buffering, encoding=encoding, newline=newline, suffix=suffix, prefix=prefix, dir=dir,
                               errors=errors)

    def rollover(self):
        if self._rolled:
            return
        old, at = self._file, self._file.tell()
        self._file, self._rolled = TemporaryFile(**self._made_with), True
        old.seek(0)
        self._file.write(old.read())
        self._file.seek(at)

    def _written(self, result):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()
        return result

    def write(self, data):
        return self._written(self._file.write(data))

    def writelines(self, lines):
        return self._written(self._file.writelines(lines))

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def truncate(self, size=None):
        if size is not None and size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def seek(self, *args):
        return self._file.seek(*args)

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __iter__(self):
        return self._file.__iter__()

    def __exit__(self, *exc):
        self._file.close()

    def __del__(self):
        self._file.close()

    def _told(name):
        def call(self, *args):
            return getattr(self._file, name)(*args)
        call.__name__ = name
        return call
    for _each in ("close", "detach", "flush", "isatty", "read", "read1", "readable", "readinto", "readline", "readlines", "seekable", "tell",
                  "writable"):
        locals()[_each] = _told(_each)
    del _told, _each
    closed = property(lambda self: self._file.closed)
    encoding = property(lambda self: self._file.encoding)
    errors = property(lambda self: self._file.errors)
    newlines = property(lambda self: self._file.newlines)
    name = property(lambda self: getattr(self._file, "name", None))
    mode = property(lambda self: getattr(self._file, "mode", self._made_with["mode"]))
    __class_getitem__ = classmethod(_types.GenericAlias)
