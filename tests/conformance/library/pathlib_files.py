# pathlib: a Path reads, writes, lists and moves what its name stands for.
from pathlib import Path
import os

base = Path("box")
base.mkdir()
note = base / "note.txt"
print(note.exists(), note.write_text("one\ntwo\n"), note.exists(), note.is_file(), note.is_dir(), base.is_dir(), note.is_symlink())
print(repr(note.read_text()), note.read_bytes(), note.stat().st_size, oct(note.stat().st_mode), oct(base.stat().st_mode))
print(note.write_bytes(b"\xe9\x0a"), note.read_bytes(), repr(note.read_text(encoding="latin-1")), repr(note.read_text(errors="replace")))
with note.open("a", encoding="utf-8") as file:
    print(file.name, file.mode)
    file.write("é")
print(note.read_bytes(), open(note, "rb").read(2), note.write_text("a\nb", newline="\r\n"), note.read_bytes())

# Folders on the way are made only when one says so, and a folder that is there is an error unless one says so.
for parents, exist_ok in ((False, False), (True, False), (True, False), (False, True), (True, True)):
    try:
        (base / "deep/er").mkdir(parents=parents, exist_ok=exist_ok)
        print("made")
    except OSError as error:
        print(type(error).__name__, error, repr(error.filename))
try:
    note.mkdir(exist_ok=True)
except FileExistsError as error:
    print(error)

(base / "deep/x.py").touch()
(base / "deep/er/y.py").touch(exist_ok=False)
(base / "deep/er/.hidden").write_text("")
try:
    (base / "deep/x.py").touch(exist_ok=False)
except FileExistsError as error:
    print(error)
(base / "z.py").write_text("z")
print(sorted(base.iterdir()), sorted(each.name for each in base.iterdir() if each.is_dir()))


def shown(paths):
    print(*sorted(str(each.relative_to(base)) for each in paths), sep=" | ")


# glob() is about children, "**" and rglob() about everything below; hidden files are found too.
for pattern in ("*.py", "*/*.py", "**/*.py", "**", "**/", "*/", "deep/*", "deep/e?", "[!n]*", "no*", "deep/er/..", "z.py", "none.py"):
    print(pattern, end=": ")
    shown(base.glob(pattern))
shown(base.rglob("*.py"))
shown(base.rglob("*"))
shown(base.rglob("er"))
shown(base.glob("*.PY", case_sensitive=False))
print(sorted(Path(".").glob("b*x")), sorted(Path().rglob("z.py")), list(Path("none").glob("*")))
for path, folders, files in base.walk():
    print(path, sorted(folders), sorted(files))
print([str(path) for path, _, _ in base.walk(top_down=False)][-1])

# rename() and replace() give the new path; the old one stays what it was, a name.
moved = note.rename(base / "moved.txt")
print(repr(moved), note.exists(), moved.read_text(), note)
(base / "other.txt").write_text("other")
print(moved.replace("box/other.txt").read_text(), (base / "deep").rename("box/flat"), sorted(base.rglob("*.py")))
print(base.samefile("box/../box"), base.resolve() == Path.cwd() / "box", (base / "../box/./x").resolve().relative_to(Path.cwd()))
print(Path("a").absolute() == Path.cwd() / "a", Path("/a/../b").resolve(), Path("~/x").expanduser() == Path.home() / "x", Path("x/~").expanduser())

(base / "z.py").unlink()
(base / "z.py").unlink(missing_ok=True)
for failing in (lambda: (base / "z.py").unlink(), lambda: base.rmdir(), lambda: base.unlink(), lambda: (base / "none").read_text(), lambda: base.read_bytes(),
                lambda: list((base / "none").iterdir()), lambda: list((base / "other.txt").iterdir()), lambda: (base / "none").stat(),
                lambda: (base / "none").rename("x"), lambda: (base / "none").resolve(strict=True), lambda: (base / "other.txt" / "x").read_text(),
                lambda: (base / "other.txt/x").write_text("x"), lambda: note.write_text(b"x"), lambda: note.write_bytes("x"), lambda: (base / "none").rmdir(),
                lambda: list(base.glob("")), lambda: list(base.glob("/x")), lambda: (base / "no/file.txt").touch(), lambda: base.samefile("none")):
    try:
        print(failing())
    except Exception as error:
        print(type(error).__name__, str(error).replace(os.getcwd() + "/", ""))
for each in sorted(base.rglob("*"), reverse=True):
    each.rmdir() if each.is_dir() else each.unlink()
base.rmdir()
base.open()
