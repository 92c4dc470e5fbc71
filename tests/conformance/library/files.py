# open(): reading, writing and appending text, lines, what goes wrong, and what os says about files.
import os

with open("notes.txt", "w") as file:
    print(file.mode, file.name, file.closed, file.writable(), file.readable())
    print(file.write("one\ntwo\n"), file.tell())
    file.writelines(["three\n", "four"])
    print(len(open("notes.txt").read()), "characters have arrived before the end is flushed")
print(file.closed, repr(file).startswith("<_io.TextIOWrapper name='notes.txt' mode='w' encoding="))

with open("notes.txt") as file:
    for number, line in enumerate(file, 1):
        print(number, repr(line))
    print(repr(file.read()), repr(file.readline()))
    file.seek(0)
    print(repr(file.readline()), repr(file.read(3)), file.readlines())
with open("notes.txt", "a") as file:
    file.write("\nfive")
    print("in a print", file=file)
print(open("notes.txt", encoding="utf-8").read().splitlines())
print(open("notes.txt", "rb").read(12), open("notes.txt", "rb"))

for args in (("none.txt",), ("no_folder/b.txt", "w"), ("notes.txt", "x"), ("notes.txt", "q"), ("notes.txt", "rw"), ("notes.txt", "rbt"),
             (".",), ("notes.txt/x",), (3.5,), ("notes.txt", "rb", -1, "utf-8"), ("notes.txt", "r", -1, "nope"), ("",)):
    try:
        open(*args)
    except Exception as error:
        print(type(error).__name__, error)

with open("notes.txt") as file:
    try:
        file.write("x")
    except OSError as error:
        print(type(error).__module__, type(error).__name__, error)
try:
    file.read()
except ValueError as error:
    print(error)

with open("notes.txt", "r+") as file:
    file.write("ONE")
    file.seek(0)
    print(file.readline())
with open("data.bin", "wb") as file:
    print(file.write(bytes(range(5))), file)
    try:
        file.write("text")
    except TypeError as error:
        print(error)
with open("data.bin", "rb") as file:
    print(file.read(2), file.tell(), file.seek(1), file.read(), file.read())
with open("ends.txt", "wb") as file:
    file.write(b"a\r\nb\rc\n")
with open("ends.txt") as file:
    print(file.readlines(), file.newlines)
with open("ends.txt", newline="") as file:
    print(file.readlines())

print(os.path.exists("data.bin"), os.path.getsize("data.bin"), os.path.isdir("data.bin"), os.path.isfile("data.bin"))
os.makedirs("folder/inner", exist_ok=True)
os.rename("data.bin", "folder/moved.bin")
print(sorted(os.listdir("folder")), os.path.isdir("folder/inner"))
for failing in (lambda: os.rmdir("folder"), lambda: os.mkdir("folder"), lambda: os.remove("none.txt"), lambda: os.listdir("none")):
    try:
        failing()
    except OSError as error:
        print(type(error).__name__, error, error.filename)
os.remove("folder/moved.bin")
os.rmdir("folder/inner")
os.rmdir("folder")
os.remove("ends.txt")
os.remove("notes.txt")
open("notes.txt")
