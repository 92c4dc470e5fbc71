# pathlib: a path is a name taken apart, without a look at any file. What is a suffix, what joins, what is below what.
from pathlib import Path, PurePath, PurePosixPath
import os
import pathlib

report = PurePosixPath("/srv/data/report.tar.gz")
print(repr(report), str(report), os.fspath(report), bytes(report), report.as_posix(), report.as_uri())
print(report.parts, report.root, repr(report.drive), report.anchor, report.parent, report.name)
print(report.suffix, report.suffixes, report.stem, report.with_suffix(""), report.with_suffix(".zip"))
print(report.with_name("x.txt"), report.with_stem("summary"), report / "inner" / "file", "/srv" / PurePath("tmp"))

# The parents come nearest first, and are a sequence.
print(report.parents, len(report.parents), report.parents[0], report.parents[-1], list(report.parents), report.parents[1:])
try:
    report.parents[9]
except IndexError as error:
    print("IndexError", error)

# Single dots and doubled slashes go, ".." stays: it may cross a link. Two slashes at the beginning are kept, three are one.
for text in ("a//b/./c/", "./a", "a/../b", "", ".", "/", "//x", "///x", "a/.", "..", "~"):
    path = PurePath(text)
    print(repr(text), path, path.parts, repr(path.name), path.parent, path.is_absolute())

# What is a suffix: not a leading dot, not a last one.
for text in ("archive.tar.gz", ".bashrc", ".config.bak", "name.", "no_suffix", "..", "a..b", "dir.d/name"):
    path = PurePath(text)
    print(repr(text), repr(path.suffix), path.suffixes, repr(path.stem))

# A name that begins at the root starts anew.
print(PurePath("a", "/b", "c"), PurePath("a").joinpath("b", "c"), PurePath("a").joinpath("/b"), PurePath(), PurePath("a", "..", "b"))

# Below what? Step by step, not letter by letter.
here = PurePath("/srv/data")
print(here.relative_to("/srv"), here.relative_to("/srv/data"), here.is_relative_to("/srv"), here.is_relative_to("/sr"))
print(here.relative_to("/srv/other/x", walk_up=True))
for other, up in (("/sr", False), ("srv", True), ("/srv/../x", True)):
    try:
        print(here.relative_to(other, walk_up=up))
    except ValueError as error:
        print("ValueError", error)

# match() looks from the right, full_match() at all of it; only the latter knows "**".
source = PurePath("pkg/sub/mod.py")
print(source.match("*.py"), source.match("sub/*.py"), source.match("pkg/*.py"), source.match("/*.py"), source.match("*.PY", case_sensitive=False))
print(source.full_match("*.py"), source.full_match("**/*.py"), source.full_match("pkg/**"), source.full_match("pkg/*/m[no]d.??"))

# Equal by name, ordered part by part, hashed accordingly.
print(PurePath("a/b") == PurePath("a//b"), PurePath("a") == "a", PurePath("A") == PurePath("a"), hash(PurePath("a/b")) == hash(PurePath("a/./b")))
print(sorted(map(PurePath, ["b", "a/z", "a-b", "a"])), PurePath("a") < PurePath("b"), {PurePath("x"): 1}[PurePath("./x")])

# One class makes the other.
print(type(PurePath("x")), type(Path("x")), isinstance(Path("x"), PurePosixPath), issubclass(Path, PurePath), isinstance(Path("x"), os.PathLike))
print(Path("a") == PurePath("a"), repr(Path("a") / PurePath("b")), repr(PurePath("a") / Path("b")))


class Project(PurePosixPath):
    def __init__(self, *segments, owner="nobody"):
        super().__init__(*segments)
        self.owner = owner

    def with_segments(self, *segments):
        return type(self)(*segments, owner=self.owner)


mine = Project("/srv/ann/code", owner="ann")
print(repr(mine / "x.py"), (mine / "x.py").owner, mine.parent.owner)

for failing in (lambda: PurePath(5), lambda: PurePath("a") / 5, lambda: PurePath("a", b"b"), lambda: report.with_name(""), lambda: report.with_name("a/b"),
                lambda: PurePath("/").with_name("x"), lambda: report.with_suffix("zip"), lambda: report.with_suffix("."), lambda: PurePath("a.b").with_stem(""),
                lambda: PurePath("").with_suffix(".x"), lambda: PurePath("a").as_uri(), lambda: report.match(""), lambda: PurePath("a") < "b",
                lambda: setattr(PurePath("a"), "name", "b"), lambda: setattr(PurePath("a"), "colour", "b"), lambda: PurePath("a").read_text()):
    try:
        print(failing())
    except Exception as error:
        print(type(error).__name__, error)
print(Path.from_uri("file:///a%20b/c"), Path("/a b/é").as_uri(), pathlib.UnsupportedOperation.__mro__[1])
print(Path("x").exist)
