"""Files and folders that go when they are let go of, in /tmp of the folder in memory. Mirrors what programs use of CPython's
Lib/tempfile.py; their names are the same in every run."""
import io as _io
import os as _os
import random as _random
import shutil as _shutil
import types as _types
import warnings as _warnings
import weakref as _weakref

__all__ = ["NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory", "mkdtemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir",
           "gettempprefixb", "gettempdirb"]
template, tempdir, TMP_MAX = "tmp", None, 238328
_letters = _random.Random(0)


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


def gettempdir():
    return "/tmp" if tempdir is None else tempdir


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


def __getattr__(name):
    if name in ("SpooledTemporaryFile", "mkstemp", "mktemp"):
        raise AttributeError(f"Simul's tempfile has no {name} (nearest: NamedTemporaryFile, TemporaryDirectory)")
    raise AttributeError(f"module 'tempfile' has no attribute {name!r}")
