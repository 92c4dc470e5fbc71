# os and os.path: names of files as text, an environment of one's own.
import os
import os.path
from os import path, environ

print(os.name, os.sep, repr(os.linesep), os.path is path, os.curdir, os.pardir, os.extsep, os.pathsep)
print(path.join("a", "b", "c.txt"), path.join("a/", "b"), path.join("a", "/b"), repr(path.join("a", "")), path.join("", "a"))
for name in ["/usr/lib/x.tar.gz", "plain", ".hidden", "dir/.bashrc", "dir.d/name", "a//b///c", "/", "//x/y", "/a/b/", "..a.b", "", "a/./b/../c", "../../x", "/../y"]:
    print(repr(name), path.split(name), path.splitext(name), path.basename(name), path.dirname(name), path.normpath(name), path.isabs(name), path.splitroot(name))
print(path.commonprefix(["/usr/lib", "/usr/local"]), path.commonpath(["/usr/lib", "/usr/local/x"]), path.relpath("/a/b/c", "/a/x/y"), path.relpath("/a", "/a"))
print(path.abspath("/a/../b"), path.abspath("x").endswith("/x"), path.expanduser("no/tilde"), path.splitdrive("/x"))
environ["SIMUL_TEST"] = "yes"
print(os.getenv("SIMUL_TEST"), os.getenv("SURELY_NOT_THERE"), os.getenv("SURELY_NOT_THERE", "else"), os.environ.get("SIMUL_TEST"))
print(path.expandvars("$SIMUL_TEST/${SIMUL_TEST}/$SURELY_NOT_THERE"))
try:
    os.environ["SURELY_NOT_THERE"]
except KeyError as error:
    print(repr(error))
try:
    os.environ["N"] = 5
except TypeError as error:
    print(error)
del os.environ["SIMUL_TEST"]
print("SIMUL_TEST" in os.environ, isinstance(os.getpid(), int), isinstance(os.cpu_count(), int), len(os.urandom(8)))


class Named:
    def __fspath__(self):
        return "named/file.txt"


print(os.fspath(Named()), path.basename(Named()), isinstance(Named(), os.PathLike), isinstance("x", os.PathLike), path.join("root", Named()))
for bad in (lambda: os.fspath(5), lambda: path.join("a", 5), lambda: path.commonpath([]), lambda: path.commonpath(["/a", "b"]), lambda: path.relpath("")):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(os.fsencode("é"), os.fsdecode(b"x"), os.error is OSError)
