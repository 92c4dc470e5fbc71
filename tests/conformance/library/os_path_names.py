"""os.path and posixpath: the small constants and functions; os: what a folder's entry and a stat tell."""
import errno
import os
import os.path
import posixpath

print(os.path is posixpath, os.path.curdir, os.path.pardir, os.path.sep, os.path.pathsep, os.path.extsep, os.path.devnull, os.path.altsep, os.path.defpath)
print(posixpath.curdir, posixpath.pardir, posixpath.sep, posixpath.pathsep, posixpath.extsep, posixpath.devnull, os.devnull)
print(os.path.normcase("A/B"), os.path.islink("nothing"), os.path.lexists("nothing"), posixpath.lexists("."), posixpath.islink("."))
for wrong in (5, None, ["a"]):
    try:
        print(os.path.normcase(wrong))
    except TypeError as error:
        print(error)
for wrong in (lambda: os.path.islink(5000), lambda: os.path.lexists(5000), lambda: os.path.lexists("a\0b"), lambda: os.path.islink("a\0b"), lambda: os.path.islink(None)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print(os.strerror(errno.ENOENT), os.strerror(errno.EEXIST), os.strerror(13), os.strerror(0), os.strerror(9999), os.getppid() > 0)
with open("a.txt", "w") as file:
    file.write("12345")
os.mkdir("folder")
with os.scandir() as entries:
    for entry in sorted(entries, key=lambda each: each.name):
        if entry.name in ("a.txt", "folder"):
            print(entry, type(entry) is os.DirEntry, entry.path, entry.is_file(), entry.is_dir(), entry.is_symlink(), entry.is_junction(), entry.stat().st_size if entry.is_file() else "")
            print(os.fspath(entry), isinstance(entry.stat(), os.stat_result))
found = os.lstat("a.txt")
print(isinstance(found, os.stat_result), found.st_size, oct(found.st_mode)[:5])
for wrong in (lambda: os.DirEntry(), lambda: os.lstat("nothing"), lambda: os.strerror("x")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
os.remove("a.txt")
os.rmdir("folder")
