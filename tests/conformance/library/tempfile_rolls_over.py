# Temporary files of three more kinds: by number, by a name alone, and in memory until they are too long.
import os
import tempfile

number, path = tempfile.mkstemp(suffix=".log", prefix="run-")
print(os.path.basename(path).startswith("run-"), path.endswith(".log"), oct(os.stat(path).st_mode), os.write(number, b"line\n"))
os.close(number)
with open(path) as file:
    print(file.read(), end="")
os.remove(path)
print(os.path.exists(tempfile.mktemp()), tempfile.tempdir == tempfile.gettempdir())

with tempfile.SpooledTemporaryFile(max_size=10) as spooled:
    print(spooled.write(b"12345"), spooled._rolled, spooled.tell(), spooled.name)
    print(spooled.write(b"1234567"), spooled._rolled)
    spooled.seek(0)
    print(spooled.read(), spooled.mode)
print(spooled.closed)

with tempfile.SpooledTemporaryFile(mode="w+", encoding="utf-8") as spooled:
    spooled.writelines(["é\n", "b\n"])
    spooled.seek(0)
    print(list(spooled), spooled._rolled, spooled.encoding)
    print(spooled.fileno() > 2, spooled._rolled, spooled.truncate(0), spooled.seekable())
try:
    with spooled:
        pass
except ValueError as error:
    print(error)
