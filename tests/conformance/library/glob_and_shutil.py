# glob finds names by a pattern, shutil copies and moves what it found, tempfile makes room for it.
import glob
import os
import shutil
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory(prefix="room_", suffix=".d") as room:
    print(os.path.isdir(room), os.path.basename(room)[:5], room[-2:], os.path.isabs(room))
    os.chdir(room)
    print(os.getcwd() == os.path.realpath(room))
    os.makedirs("src/sub/deep")
    for name in ("src/a.txt", "src/b.py", "src/sub/c.txt", "src/sub/deep/d.txt", "src/.hidden.txt", "src/[1].txt"):
        Path(name).write_text(name)

    # A star does not match a leading dot, nor a slash; "**" does only with recursive=True.
    for pattern in ("src/*.txt", "src/.*", "*/*/*.txt", "src/**/*.txt", "src/?.*", "src/[[]1].txt", "none*", "src/a.txt", "src/sub/", "s*/"):
        print(pattern, sorted(glob.glob(pattern)), len(glob.glob(pattern, recursive=True)))
    print(sorted(glob.glob("src/**", recursive=True)), sorted(glob.glob("*.txt", root_dir="src", include_hidden=True)))
    print(glob.escape("src/[1].txt"), glob.glob(glob.escape("src/[1].txt")), glob.has_magic("a?b"), next(glob.iglob("src/b*")))
    print(glob.translate("src/*.txt"), glob.translate("**/x", recursive=True, include_hidden=True))

    # copy() takes a folder as its goal, copyfile() does not; both give where it went.
    print(shutil.copyfile("src/a.txt", "copy.txt"), shutil.copy("src/a.txt", "src/sub"), shutil.copy2(Path("src/b.py"), "b2.py"))
    print(Path("copy.txt").read_text(), sorted(os.listdir("src/sub")))
    print(shutil.copytree("src", "twin", ignore=shutil.ignore_patterns("*.py", "deep")), sorted(map(str, Path("twin").rglob("*"))))
    print(shutil.copytree("src/sub", "twin", dirs_exist_ok=True), os.path.exists("twin/deep/d.txt"))
    print(shutil.move("copy.txt", "moved.txt"), shutil.move("moved.txt", "twin"), os.path.exists("moved.txt"), shutil.move("twin", "third"))
    for failing in (lambda: shutil.copyfile("src/a.txt", "src/a.txt"), lambda: shutil.copyfile("src/a.txt", "src"), lambda: shutil.copytree("src", "third"),
                    lambda: shutil.copyfile("none", "x"), lambda: shutil.move("src/a.txt", "third"), lambda: shutil.move("src", "src/sub"), lambda: shutil.rmtree("none"),
                    lambda: shutil.rmtree("src/a.txt"), lambda: shutil.copyfile("src/a.txt", "no/folder"), lambda: os.rename("src/a.txt", "third"), lambda: os.rename("third", "src"),
                    lambda: os.rename("third", "third/x"), lambda: os.rename("src", "src/a.txt"), lambda: os.replace("none", "x"), lambda: os.stat(3.5), lambda: os.mkdir(None),
                    lambda: os.remove("src/a.txt/"), lambda: os.path.getsize("none"), lambda: os.chdir("none"), lambda: os.stat("src/a.txt/")):
        try:
            print(failing())
        except Exception as error:
            print(type(error).__name__, error)
    shutil.rmtree("third")
    shutil.rmtree("none", ignore_errors=True)
    shutil.rmtree("none", onexc=lambda function, path, error: print(function.__name__, path, type(error).__name__))
    for path, folders, files in os.walk("."):
        folders.sort()
        print(path, folders, sorted(files))
    print([(path, sorted(files)) for path, _, files in os.walk("src/sub", topdown=False)])
    with os.scandir("src") as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            print(entry, entry.path, entry.is_dir(), entry.is_file(), os.fspath(entry), end="; ")
    print()
    os.removedirs("third/empty") if os.path.exists("third") else os.makedirs("one/two")
    os.removedirs("one/two")
    print(os.path.exists("one"), os.stat("src/a.txt").st_size, os.path.samefile("src", "./src"), os.path.getsize("src/a.txt"))
    os.chdir("/")
print(os.path.exists(room))

with tempfile.TemporaryFile("w+") as scratch:
    scratch.write("kept nowhere")
    scratch.seek(0)
    print(scratch.read())
with tempfile.NamedTemporaryFile("w", suffix=".txt", delete_on_close=False) as named:
    named.write("until the end of the with")
    named.close()
    print(open(named.name).read(), named.name.endswith(".txt"), os.path.dirname(named.name) == tempfile.gettempdir())
print(os.path.exists(named.name), tempfile.gettempprefix())
kept = tempfile.NamedTemporaryFile(delete=False)
kept.close()
print(os.path.exists(kept.name), os.path.getsize(kept.name))
os.unlink(kept.name)
folder = tempfile.mkdtemp()
print(os.listdir(folder), os.rmdir(folder))
