"""Names of files as text (str only). Mirrors CPython's Lib/posixpath.py."""

curdir, pardir, extsep, sep, pathsep, altsep, devnull = '.', '..', '.', '/', ':', None, '/dev/null'
defpath, supports_unicode_filenames = '/bin:/usr/bin', False


def _text(path):
    import os
    path = os.fspath(path)
    if isinstance(path, bytes):
        raise TypeError("Simul's os.path takes names that are str, not bytes")
    return path


def _joined(a, paths):
    result = _text(a)
    for each in paths:
        each = _text(each)
        if each.startswith('/') or not result:
            result = each
        else:
            result += each if result.endswith('/') else '/' + each
    return result


def join(a, /, *paths):
    try:
        return _joined(a, paths)
    except TypeError:
        for each in (a, *paths):
            if not isinstance(each, (str, bytes)) and not hasattr(each, '__fspath__'):
                if each is a:
                    raise
                raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {type(each).__name__!r}") from None
        raise


def normcase(s):
    return _text(s)


def isabs(s):
    return _text(s).startswith('/')


def split(p):
    p = _text(p)
    head, tail = p[:p.rfind('/') + 1], p[p.rfind('/') + 1:]
    return (head.rstrip('/') or head), tail


def splitext(p):
    p = _text(p)
    dot, begin = p.rfind('.'), p.rfind('/') + 1
    while begin < dot:
        if p[begin] != '.':
            return p[:dot], p[dot:]
        begin += 1
    return p, ''


def splitdrive(p):
    return '', _text(p)


def splitroot(p):
    p = _text(p)
    if not p.startswith('/'):
        return '', '', p
    if p[:2] == '//' and p[2:3] != '/':
        return '', '//', p[2:]
    return '', '/', p[1:]


def basename(p):
    p = _text(p)
    return p[p.rfind('/') + 1:]


def dirname(p):
    return split(p)[0]


def commonprefix(m):
    if not m:
        return ''
    least, most = min(m), max(m)
    for i, char in enumerate(least):
        if char != most[i]:
            return least[:i]
    return least


def commonpath(paths):
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({path.startswith('/') for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    parts = [[each for each in path.split('/') if each and each != '.'] for path in paths]
    return ('/' if paths[0].startswith('/') else '') + '/'.join(commonprefix(parts))


def normpath(path):
    path = _text(path)
    root = splitroot(path)[1]
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or (not root and not parts) or (parts and parts[-1] == '..'):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + '/'.join(parts) or '.'


def abspath(path):
    import os
    path = _text(path)
    return normpath(path if path.startswith('/') else join(os.getcwd(), path))


def realpath(filename, *, strict=False):
    import os
    found = abspath(filename)
    if strict:
        os.lstat(found)
    return found


def relpath(path, start=None):
    path = _text(path)
    if not path:
        raise ValueError("no path specified")
    begin = [each for each in abspath(curdir if start is None else start).split('/') if each]
    end = [each for each in abspath(path).split('/') if each]
    same = len(commonprefix([begin, end]))
    return '/'.join(['..'] * (len(begin) - same) + end[same:]) or '.'


def expanduser(path):
    path = _text(path)
    if path == '~' or path.startswith('~/'):
        return '/home/simul' + path[1:]
    return path


def expandvars(path):
    import os
    import re
    return re.sub(r'\$(\w+|\{[^}]*\})', lambda found: os.environ.get(found[1].strip('{}'), found[0]), _text(path))


def _kind(path):
    """What stat() says of its kind, 0 for what is not there."""
    import os
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError):
        return 0


def exists(path):
    return _kind(path) != 0


def lexists(path):
    import os
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def isfile(path):
    return _kind(path) >> 12 == 0o10


def isdir(s):
    return _kind(s) >> 12 == 0o4


def islink(path):
    import os
    try:
        os.lstat(path)    # for what is no name at all: there are no links
    except (OSError, ValueError, AttributeError):
        pass
    return False


def getsize(filename):
    import os
    return os.stat(filename).st_size


def getmtime(filename):
    import os
    return os.stat(filename).st_mtime


def getatime(filename):
    import os
    return os.stat(filename).st_atime


def getctime(filename):
    import os
    return os.stat(filename).st_ctime


def ismount(path):
    return realpath(path) == '/'


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def sameopenfile(fp1, fp2):
    import os
    return samestat(os.fstat(fp1), os.fstat(fp2))


def samefile(f1, f2):
    import os
    for each in (f1, f2):
        os.stat(each)
    return realpath(f1) == realpath(f2)


def __getattr__(name):
    raise AttributeError(f"Simul's os.path has no {name!r}: its folder is in memory")
