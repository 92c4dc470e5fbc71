"""Copying, moving and removing files and whole folders. Mirrors what programs use of CPython's Lib/shutil.py."""
import fnmatch
import os

__all__ = ["copyfileobj", "copyfile", "copy", "copy2", "copymode", "copystat", "copytree", "move", "rmtree", "Error", "SameFileError", "ignore_patterns",
           "get_terminal_size", "which"]
COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def copyfileobj(fsrc, fdst, length=0):
    while data := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(data)


def _same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    if _same(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    with open(src, "rb") as source:
        try:
            with open(dst, "wb") as target:
                copyfileobj(source, target)
        except IsADirectoryError as error:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from error
            raise
    return dst


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst)
    copymode(src, dst)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, os.stat(src).st_mode)


def copystat(src, dst, *, follow_symlinks=True):
    told = os.stat(src)
    os.utime(dst, ns=(told.st_atime_ns, told.st_mtime_ns))
    os.chmod(dst, told.st_mode)


def copy2(src, dst, *, follow_symlinks=True):
    dst = copy(src, dst)
    copystat(src, dst)
    return dst


def which(cmd, mode=1, path=None):
    """A page has no programs; what the folder holds may say that it is one."""
    if os.path.dirname(cmd):
        places = [""]
    else:
        places = [each for each in (os.environ.get("PATH", "") if path is None else os.fspath(path)).split(os.pathsep) if each]
    for place in places:
        name = os.path.join(place, cmd)
        if os.path.isfile(name) and os.access(name, mode):
            return name


def ignore_patterns(*patterns):
    def _ignore_patterns(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return _ignore_patterns


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    entries = list(os.scandir(src))
    ignored = ignore(os.fspath(src), [each.name for each in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for each in entries:
        if each.name in ignored:
            continue
        source, target = os.path.join(src, each.name), os.path.join(dst, each.name)
        try:
            if each.is_dir():
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(each if copy_function in (copy, copy2) else source, target)
        except Error as error:
            errors += error.args[0]
        except OSError as error:
            errors.append((source, target, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    if onerror is not None:
        import warnings
        warnings.warn("onerror argument is deprecated, use onexc instead", DeprecationWarning, stacklevel=2)

    def failed(function, name, error):
        if ignore_errors:
            return
        if onexc is not None:
            onexc(function, name, error)
        elif onerror is not None:
            onerror(function, name, (type(error), error, error.__traceback__))
        else:
            raise error

    def attempt(function, name):
        try:
            function(name)
        except OSError as error:
            failed(function, name, error)
    try:
        folder = os.path.isdir(path) or os.lstat(path) is None
    except OSError as error:
        return failed(os.lstat, path, error)
    if not folder:
        try:
            os.scandir(path)
        except OSError as error:
            failed(os.scandir, path, error)
    for above, folders, files in os.walk(path, topdown=False):
        for name in files:
            attempt(os.unlink, os.path.join(above, name))
        for name in folders:
            attempt(os.rmdir, os.path.join(above, name))
    attempt(os.rmdir, path)


def move(src, dst, copy_function=copy2):
    target = dst
    if os.path.isdir(dst) and not _same(src, dst):
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError:
        if not os.path.isdir(src):
            copy_function(src, target)
            os.unlink(src)
        elif (os.path.abspath(dst) + "/").startswith(os.path.abspath(src) + "/"):
            raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
        else:
            copytree(src, target, copy_function=copy_function)
            rmtree(src)
    return target


def get_terminal_size(fallback=(80, 24)):
    found = []
    for name, otherwise in zip(("COLUMNS", "LINES"), fallback):
        try:
            found.append(int(os.environ[name]) or otherwise)
        except (KeyError, ValueError):
            found.append(otherwise)
    return os.terminal_size(found)


def __getattr__(name):
    if name in ("chown", "disk_usage", "make_archive", "unpack_archive"):
        raise AttributeError(f"Simul's shutil has no {name!r}: its folder is in memory")
    raise AttributeError(f"module 'shutil' has no attribute {name!r}")
