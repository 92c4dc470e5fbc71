"""pathlib: what a path of the running system says without looking at any file, and what it says of one that is there."""
import os
import pathlib
from pathlib import Path, PosixPath, PurePath, PurePosixPath

path = Path("/srv/data/archive.tar.gz")
print(path.as_posix(), path.is_absolute(), Path("a").is_absolute(), path.with_name("other.txt"), path.with_stem("b"), path.with_suffix(".xz"), path.with_suffix(""))
print(path.joinpath("..", "x"), path.joinpath("/abs"), path.is_relative_to("/srv"), path.is_relative_to("/sr"), path.is_relative_to(Path("/srv/data")))
print(path.match("*.gz"), path.match("data/*"), path.match("/srv/*"), path.match("**/*.GZ", case_sensitive=False))
print(path.full_match("/srv/**"), path.full_match("*.gz"), path.full_match("**/*.gz"), path.full_match("/SRV/**", case_sensitive=False), path.full_match("/srv/*/*.tar.*"))
print(repr(path), PosixPath is type(path), repr(PosixPath("a/b") / "c"), isinstance(path, PurePosixPath), PosixPath.__mro__[1].__name__, Path is PosixPath)
posix = PosixPath("a") / "b.txt"
print(posix.as_posix(), posix.with_name("c"), posix.with_stem("d"), posix.with_suffix(".e"), posix.joinpath("f"), posix.match("*.txt"), posix.full_match("a/*"),
      posix.is_absolute(), posix.is_relative_to("a"), posix.with_segments("x", "y"), PosixPath.cwd() == Path.cwd(), PosixPath.home() == Path.home())
print(PosixPath.from_uri("file:///srv/a%20b"), Path.from_uri("file://localhost/etc"), PurePath("a").with_segments("b"), PurePosixPath("a").with_segments("b", "c"))


class Tagged(PurePosixPath):
    def __init__(self, *parts, tag=None):
        super().__init__(*parts)
        self.tag = tag

    def with_segments(self, *parts):
        return type(self)(*parts, tag=self.tag)


tagged = Tagged("/srv", "data", tag="mine")
print(repr(tagged), [each.tag for each in (tagged / "x", tagged.parent, tagged.with_name("y"), *tagged.parents, tagged.relative_to("/srv"))])


def tried(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


tried(lambda: Path("/").with_name("a"))
tried(lambda: path.with_name("a/b"))
tried(lambda: path.with_name(""))
tried(lambda: path.with_suffix("gz"))
tried(lambda: path.with_suffix("."))
tried(lambda: path.with_stem(""))
tried(lambda: Path("a/").with_suffix(".b"))
tried(lambda: path.match(""))
tried(lambda: path.full_match(""))
tried(lambda: path.relative_to("/etc"))
tried(lambda: path.relative_to("/etc", walk_up=True))
tried(lambda: Path("a").relative_to("../b", walk_up=True))
tried(lambda: path.joinpath(5))
tried(lambda: Path(b"bytes"))
tried(lambda: Path.from_uri("http://a"))
tried(lambda: Path.from_uri("file:a"))
tried(lambda: Path("a").as_uri())
tried(lambda: path < 5)
tried(lambda: path / 5)
tried(lambda: 5 / path)
tried(lambda: "etc" / path)

there, gone, folder = Path("there.txt"), Path("gone.txt"), Path("folder")
there.write_text("text")
folder.mkdir(exist_ok=True)
for each in (there, gone, folder):
    print(each, each.is_block_device(), each.is_char_device(), each.is_fifo(), each.is_junction(), each.is_socket(), each.is_symlink())
found = there.lstat()
print(found.st_size, oct(found.st_mode >> 12), oct(folder.lstat().st_mode >> 12), os.lstat(there).st_size)
tried(gone.lstat)
tried(lambda: os.lstat("gone.txt"))
there.unlink()
folder.rmdir()
print([name for name in ("PosixPath", "PurePath", "UnsupportedOperation") if hasattr(pathlib, name)], issubclass(pathlib.UnsupportedOperation, NotImplementedError))
