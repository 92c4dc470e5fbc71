# When a file was written, who may do what with it, and what a copy takes over of that.
import os
import pathlib
import shutil

note = pathlib.Path("note.txt")
note.write_text("first")
before = note.stat()
print(oct(before.st_mode), before.st_size, before.st_nlink, before[6] == before.st_size, int(before.st_mtime) == before[8], len(before))
os.utime(note, (1_000_000_000, 1_000_000_000.5))
print(note.stat().st_mtime, note.stat().st_mtime_ns, os.path.getmtime(note), os.path.getatime("note.txt"))
os.utime("note.txt", ns=(5, 7))
print(os.stat("note.txt").st_atime_ns, os.stat("note.txt").st_mtime_ns)
note.write_text("second")
print(note.stat().st_mtime >= before.st_mtime, note.stat().st_mtime_ns > 7, os.path.samestat(before, note.stat()))
note.touch()
print(note.stat().st_mtime >= before.st_mtime, note.read_text())

note.chmod(0o600)
print(oct(note.stat().st_mode & 0o777), os.access(note, os.F_OK), os.access(note, os.R_OK | os.W_OK), os.access(note, os.X_OK),
      os.access("none", os.F_OK))
os.chmod("note.txt", 0o755)
print(oct(os.stat(note).st_mode), os.access(note, os.X_OK), shutil.which("note.txt", path=os.getcwd()) == str(note.absolute()),
      shutil.which("./note.txt"), shutil.which("note", path="/tmp"))
os.utime(note, (1, 2))
shutil.copy(note, "copy.txt")
shutil.copy2(note, "copy2.txt")
for name in ("copy.txt", "copy2.txt"):
    print(name, oct(os.stat(name).st_mode), os.stat(name).st_mtime == 2.0)
shutil.copymode("copy.txt", "copy.txt")
pathlib.Path("plain.txt").touch(mode=0o640)
shutil.copystat("copy2.txt", "plain.txt")
print(oct(os.stat("plain.txt").st_mode), os.stat("plain.txt").st_mtime)

old = os.umask(0o077)
pathlib.Path("own.txt").touch()
os.mkdir("own")
os.umask(old)
print(oct(old), oct(os.stat("own.txt").st_mode), oct(os.stat("own").st_mode), os.path.ismount("own"), pathlib.Path("/").is_mount())
os.rename("copy2.txt", "own/moved.txt")
print(os.stat("own/moved.txt").st_mtime)
os.renames("own/moved.txt", "new/deep/moved.txt")
print(os.path.exists("own"), os.listdir("new/deep"))
print(pathlib.Path("own.txt").owner() == pathlib.Path("note.txt").owner())
for call in (lambda: os.utime("none"), lambda: os.chmod("none", 0o600), lambda: os.utime(note, 5), lambda: os.utime(note, (1, 2), ns=(1, 2)),
             lambda: os.path.getmtime("none"), lambda: pathlib.Path("none").owner()):
    try:
        call()
    except (OSError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
for name in ("copy.txt", "note.txt"):
    assert os.stat(name).st_uid == os.getuid()
