# tempfile: when a file or a folder is there, and when it is gone.
import gc
import os
import tempfile


def there(name):
    return os.path.exists(name)


with tempfile.NamedTemporaryFile("w+", suffix=".txt", prefix="pre-") as file:
    name = file.name
    print(os.path.basename(name).startswith("pre-"), name.endswith(".txt"), os.path.dirname(name) == tempfile.gettempdir(), there(name), len(os.path.basename(name)))
    print(file.write("one\ntwo\n"), file.flush(), file.seek(0), list(file), file.closed, file.mode, type(file).__name__)
print(there(name), file.closed, file.close())

for options in ({}, {"delete": False}, {"delete_on_close": False}, {"delete": False, "delete_on_close": False}):
    file = tempfile.NamedTemporaryFile(**options)
    print(options, there(file.name), file.mode)
    file.close()
    print("   closed", there(file.name))
    name = file.name
    del file
    gc.collect()
    print("   let go of", there(name))
    if there(name):
        os.unlink(name)

file = tempfile.NamedTemporaryFile()
name = file.name
os.unlink(name)
print(file.close(), there(name))
file = tempfile.NamedTemporaryFile()
name = file.name
del file
gc.collect()
print(there(name))
lines = iter(tempfile.NamedTemporaryFile("w+"))
print(type(lines).__name__, list(lines))

with tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n") as file:
    print(file.write("é\r\n"), file.seek(0), file.read(), file.encoding)
print(file.closed)
file = tempfile.TemporaryFile()
print(file.write(b"ab"), file.seek(0), file.read(), file.mode)

with tempfile.TemporaryDirectory(prefix="folder") as folder:
    print(there(folder), os.listdir(folder))
    os.makedirs(os.path.join(folder, "a/b"))
    with open(os.path.join(folder, "a/file"), "w") as file, tempfile.NamedTemporaryFile(dir=folder) as inner:
        print(len(os.listdir(folder)), os.path.dirname(inner.name) == folder)
print(there(folder))
kept = tempfile.TemporaryDirectory(delete=False, suffix="!")
with kept as folder:
    pass
print(there(folder), repr(kept) == f"<TemporaryDirectory {folder!r}>", kept.cleanup(), there(folder), kept.cleanup())
gone = tempfile.TemporaryDirectory()
os.rmdir(gone.name)
print(gone.cleanup(), gone.cleanup())
made = tempfile.mkdtemp("s", "p")
print(os.path.isdir(made), os.path.basename(made)[0], made[-1], os.rmdir(made))
print(tempfile.gettempprefix(), tempfile.gettempprefixb(), tempfile.gettempdirb() == tempfile.gettempdir().encode(), tempfile.TMP_MAX, tempfile.template)
for call in (lambda: tempfile.NamedTemporaryFile(dir="/nowhere"), lambda: tempfile.mkdtemp(dir="/nowhere"), lambda: tempfile.TemporaryDirectory(dir="/nowhere"), lambda: tempfile.NamedTemporaryFile("z"), lambda: tempfile.TemporaryFile("w", 0),
             lambda: tempfile.NamedTemporaryFile().nothing):
    try:
        print(call())
    except (OSError, ValueError, AttributeError) as error:
        print(type(error).__name__, str(error).partition(":")[0])
