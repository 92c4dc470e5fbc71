"""Paths as objects. Mirrors CPython's Lib/pathlib: the names as they are, the files in the folder of open() and os."""
import os
import posixpath
import re
import sys
from _collections_abc import Sequence as _Sequence

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "Path", "PosixPath"]
__name__ = "pathlib._abc"


class UnsupportedOperation(NotImplementedError):
    pass


__name__ = "pathlib._local"


class _PathParents(_Sequence):
    __slots__ = ("_path",)

    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._tail)

    def __getitem__(self, idx):
        try:
            steps = range(1, len(self) + 1)[idx]
        except IndexError:
            raise IndexError(idx) from None
        return tuple(map(self._above, steps)) if isinstance(idx, slice) else self._above(steps)

    def _above(self, steps):
        return self._path._made(self._path.root, self._path._tail[:-steps])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


def _compared(name):
    def compare(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return getattr(str(self).split("/"), name)(str(other).split("/"))
    compare.__name__, compare.__qualname__ = name, f"PurePath.{name}"
    return compare


def _matcher(pattern, case_sensitive, recursive=False):
    import glob
    text = glob.translate(pattern, recursive=recursive, include_hidden=True)
    return re.compile(text, re.IGNORECASE if case_sensitive is False else 0).match


class PurePath:
    __slots__ = ("_raw", "_parsed", "_str")
    parser = posixpath

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        self._raw = raw = []
        for arg in args:
            if isinstance(arg, PurePath):
                raw += arg._raw
                continue
            try:
                path = os.fspath(arg)
            except TypeError:
                path = arg
            if not isinstance(path, str):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                f"not {type(path).__name__!r}")
            raw.append(path)

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def _joined(self):
        return posixpath.join(*self._raw) if self._raw else ""

    def _split(self):
        """(root, names), kept."""
        try:
            return self._parsed
        except AttributeError:
            _, root, rest = posixpath.splitroot(self._joined())
            self._parsed = root, [each for each in rest.split("/") if each and each != "."]
            return self._parsed

    def _made(self, root, tail):
        path = self._of(root + "/".join(tail))
        path._parsed = root, tail
        return path

    def _of(self, text):
        """A path of a text that needs no change."""
        path = self.with_segments(text)
        path._str = text or "."
        return path

    _tail = property(lambda self: self._split()[1])
    drive = property(lambda self: "")
    root = anchor = property(lambda self: self._split()[0])

    @property
    def parts(self):
        root, tail = self._split()
        return (root, *tail) if root else tuple(tail)

    @property
    def parent(self):
        root, tail = self._split()
        return self._made(root, tail[:-1]) if tail else self

    @property
    def parents(self):
        return _PathParents(self)

    @property
    def name(self):
        tail = self._tail
        return tail[-1] if tail else ""

    def _dot(self):
        """Where the suffix of the name begins."""
        at = self.name.rfind(".")
        return at if 0 < at < len(self.name) - 1 else len(self.name)

    @property
    def suffix(self):
        return self.name[self._dot():]

    @property
    def stem(self):
        return self.name[:self._dot()]

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith(".") else ["." + each for each in name.lstrip(".").split(".")[1:]]

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            root, tail = self._split()
            self._str = root + "/".join(tail) or "."
            return self._str

    as_posix = __fspath__ = __str__

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __bytes__(self):
        return os.fsencode(self)

    def __reduce__(self):
        return self.__class__, tuple(self._raw)

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other)

    __lt__, __le__, __gt__, __ge__ = map(_compared, ("__lt__", "__le__", "__gt__", "__ge__"))

    def _divided(self, *segments):
        try:
            return self.with_segments(*segments)
        except TypeError:
            return NotImplemented

    def __truediv__(self, key):
        return self._divided(self, key)

    def __rtruediv__(self, key):
        return self._divided(key, self)

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def with_name(self, name):
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        root, tail = self._split()
        if not tail:
            raise ValueError(f"{self!r} has an empty name")
        return self._made(root, [*tail[:-1], name])

    def with_stem(self, stem):
        suffix = self.suffix
        if suffix and not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        if not self.stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not (suffix.startswith(".") and len(suffix) > 1):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def _other(self, other, more, method):
        if more:
            import warnings
            warnings.warn(f"support for supplying more than one {'positional ' if method == 'relative_to' else ''}argument to "
                          f"pathlib.PurePath.{method}() is deprecated and scheduled for removal in Python 3.14", DeprecationWarning, stacklevel=3)
        return other if isinstance(other, PurePath) and not more else self.with_segments(other, *more)

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        other = self._other(other, _deprecated, "relative_to")
        for step, path in enumerate([other, *other.parents]):
            if path == self or path in self.parents:
                return self._made("", [".."] * step + self._tail[len(path._tail):])
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")

    def is_relative_to(self, other, /, *_deprecated):
        other = self._other(other, _deprecated, "is_relative_to")
        return other == self or other in self.parents

    def is_absolute(self):
        return any(each.startswith("/") for each in self._raw)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        return "file://" + quote_from_bytes(os.fsencode(self))

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)
        parts, wanted = self.parts[::-1], pattern.parts[::-1]
        if not wanted:
            raise ValueError("empty pattern")
        if len(parts) < len(wanted) or len(parts) > len(wanted) and pattern.anchor:
            return False
        return all(_matcher(each, case_sensitive)(part) for part, each in zip(parts, wanted))

    def full_match(self, pattern, *, case_sensitive=None):
        texts = [str(each) if str(each) != "." else "" for each in (self, pattern if isinstance(pattern, PurePath) else self.with_segments(pattern))]
        return _matcher(texts[1], case_sensitive, True)(texts[0]) is not None


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    __slots__ = ()


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls("").absolute()

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    @classmethod
    def from_uri(cls, uri):
        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        path = path[2:] if path[:3] == "///" else path[11:] if path[:12] == "//localhost/" else path
        from urllib.parse import unquote_to_bytes
        path = cls(os.fsdecode(unquote_to_bytes(path)))
        if not path.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return path

    def stat(self, *, follow_symlinks=True):
        return os.stat(self)

    def lstat(self):
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(self)

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(self)

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(self)

    def is_symlink(self):
        return False

    is_block_device = is_char_device = is_fifo = is_junction = is_socket = is_symlink

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", encoding=encoding, errors=errors, newline=newline) as file:
            return file.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open("wb") as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {data.__class__.__name__}")
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def iterdir(self):
        at = 2 if str(self) == "." else 0
        return map(self._of, [each.path[at:] for each in os.scandir(str(self))])

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = list(pattern._tail)
        if not parts:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        if pattern._joined()[-1] == "/":
            parts.append("")
        at = 2 if str(self) == "." else 0
        return (self._of(each[at:].removesuffix("/")) for each in _selected(str(self), parts, case_sensitive, False))

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        return self.glob("**" / pattern, case_sensitive=case_sensitive)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        at = 2 if str(self) == "." else 0
        for path, folders, files in os.walk(str(self), top_down, on_error):
            yield self._of(path[at:]), folders, files

    def absolute(self):
        if self.is_absolute():
            return self
        here = os.getcwd()
        return self._made("/", [*here.split("/")[1:], *self._tail]) if self._tail else self._of(here)

    def resolve(self, strict=False):
        return self.with_segments(os.path.realpath(self, strict=strict))

    def expanduser(self):
        root, tail = self._split()
        if root or not tail or tail[0][0] != "~":
            return self
        home = os.path.expanduser(tail[0])
        if home[0] == "~":
            raise RuntimeError("Could not determine home directory.")
        return self._made("/", [*home.split("/")[1:], *tail[1:]])

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and self.exists():
            os.utime(self)
        else:
            os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    lchmod = chmod

    def owner(self, *, follow_symlinks=True):
        self.stat()
        return os.getlogin()

    group = owner

    def is_mount(self):
        return os.path.ismount(self)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except OSError as error:
            lacks_parent = isinstance(error, FileNotFoundError)
            if lacks_parent and parents and self.parent != self:
                self.parent.mkdir(parents=True, exist_ok=True)
                self.mkdir(mode, exist_ok=exist_ok)
            elif lacks_parent or not (exist_ok and self.is_dir()):
                raise

    def _moved(self, move, target):
        move(self, target)
        return self.with_segments(target)

    def rename(self, target):
        return self._moved(os.rename, target)

    def replace(self, target):
        return self._moved(os.replace, target)

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise


def _selected(path, parts, case_sensitive, there):
    """The names below `path` that fit these parts of a pattern; `there`: a listing has shown that it is."""
    if not parts:
        if there or os.path.lexists(path):
            yield path
        return
    part, rest = parts[0], parts[1:]
    slash = path if path.endswith("/") else path + "/"
    if part == "**":
        while rest[:1] == ["**"]:
            rest = rest[1:]
        stack = [slash]
        yield from _selected(slash, rest, case_sensitive, there)
        while stack:
            for entry in _entries(stack.pop()):
                if entry.is_dir():
                    stack.append(entry.path)
                    yield from _selected(entry.path, rest, case_sensitive, True)
                elif not rest:
                    yield entry.path
    elif part in ("", ".."):
        yield from _selected(slash + part, rest, case_sensitive, there)
    elif case_sensitive is None and not re.search("[*?[]", part):
        yield from _selected(slash + part, rest, case_sensitive, False)
    else:
        match = _matcher(part, case_sensitive)
        for entry in _entries(path):
            if match(entry.name) and (not rest or entry.is_dir()):
                yield from _selected(entry.path, rest, case_sensitive, True)


def _entries(path):
    try:
        return list(os.scandir(path))
    except OSError:
        return ()


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


def _lacking(name):
    def told(self, *args, **kwargs):
        raise UnsupportedOperation(f"Simul's pathlib has no {told.__qualname__}(): its folder has no links (instead: shutil.copy())")
    told.__name__, told.__qualname__ = name, f"Path.{name}"
    told.__doc__ = "Not in Simul: its folder has no links."
    return told


for _each in ("hardlink_to", "readlink", "symlink_to"):
    setattr(Path, _each, _lacking(_each))
__name__ = "pathlib"
sys.modules["pathlib._local"] = sys.modules["pathlib._abc"] = sys.modules["pathlib"]


def __getattr__(name):
    if name in ("PureWindowsPath", "WindowsPath"):
        raise AttributeError(f"Simul's pathlib has no {name}: its folder is that of a Unix (nearest: {name.replace('Windows', 'Posix')})")
    raise AttributeError(f"module 'pathlib' has no attribute {name!r}")
