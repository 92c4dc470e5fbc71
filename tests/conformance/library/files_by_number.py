# Files by their numbers, as programs write that must not lose anything: fsync, then replace.
import os
import tempfile


def replace_safely(path, text):
    folder = os.path.dirname(path) or "."
    number, name = tempfile.mkstemp(dir=folder, prefix=".new-")
    try:
        with os.fdopen(number, "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


os.mkdir("kept")
replace_safely("kept/state.txt", "first\n")
replace_safely("kept/state.txt", "second\n")
print(os.listdir("kept"), open("kept/state.txt").read())

number = os.open("log.bin", os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
print(os.write(number, b"hello "), os.write(number, b"there"), os.lseek(number, 0, os.SEEK_SET), os.read(number, 5))
print(os.fstat(number).st_size, oct(os.fstat(number).st_mode), os.ftruncate(number, 3), os.lseek(number, 0, os.SEEK_END), os.isatty(number))
os.close(number)
for call in (lambda: os.close(number), lambda: os.read(number, 1), lambda: os.fstat(number), lambda: os.fdopen(number),
             lambda: os.open("log.bin", os.O_CREAT | os.O_EXCL), lambda: os.open("none", os.O_RDONLY),
             lambda: os.open("kept", os.O_WRONLY), lambda: os.write(1, "text"), lambda: os.fdopen("log.bin"),
             lambda: os.get_terminal_size()):
    try:
        call()
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
number = os.open("log.bin", os.O_WRONLY | os.O_APPEND)
os.write(number, b"lo!")
try:
    os.read(number, 1)
except OSError as error:
    print(error)
os.close(number)
print(open("log.bin", "rb").read())

with open("log.bin", "rb", buffering=0) as raw:
    print(raw.read(2), raw.readall(), raw.mode, type(raw).__name__, raw)
print(raw)
with open("log.bin", "r+b") as file:
    print(os.read(file.fileno(), 3), file.raw.mode, file.fileno() == file.raw.fileno())
with open("given.txt", "w", opener=lambda path, flags: os.open(path, flags, 0o640)) as file:
    file.write("given")
print(oct(os.stat("given.txt").st_mode))
os.truncate("given.txt", 2)
print(open("given.txt").read())
