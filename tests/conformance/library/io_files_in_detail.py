# io: one file's bytes behind three kinds of objects: readers, writers, and those that do both; what each refuses.
import io
import os

with open("bytes.bin", "wb") as file:
    print(type(file) is io.BufferedWriter, file.writable(), file.readable(), file.seekable(), file.isatty(), file.mode, file.name, file.write(b"line 1\nline 2\n"), file.tell())
    file.writelines([b"line 3\n", bytearray(b"rest")])
    file.flush()
    print(os.path.getsize("bytes.bin"), file.seek(2), file.write(b"N"), file.seek(0, io.SEEK_END), file.truncate(21), file.tell())
    for failing in (file.read, file.readline, file.readlines, lambda: file.read1(1), lambda: file.readinto(bytearray(1)), lambda: next(file)):
        try:
            failing()
        except io.UnsupportedOperation as error:
            print(error, end="; ")
print(file.closed, issubclass(io.UnsupportedOperation, (OSError, ValueError)), file.close())
with open("bytes.bin", "rb") as file:
    print(type(file) is io.BufferedReader, file.peek(3)[:3], file.read(3), file.read1(2), file.tell(), file.readline(), file.readline(3), file.readable(), file.writable())
    room = bytearray(4)
    print(file.readinto(room), room, file.seek(-3, io.SEEK_CUR), file.read(), file.read(), file.seek(0), file.readlines(), file.seek(7), file.readlines(1), file.seek(0), [len(line) for line in file], file.isatty())
    for failing in (lambda: file.write(b"x"), lambda: file.truncate(3), lambda: file.writelines([b"x"]), lambda: file.seek(-1), lambda: file.seek(0, 9), lambda: file.read("x")):
        try:
            print(failing())
        except Exception as error:
            print(type(error).__name__, end="; ")
    print()
with open("bytes.bin", "r+b") as file:
    print(type(file) is io.BufferedRandom, file.read(4), file.write(b"-"), file.seek(0), file.readline(), file.tell(), file.truncate(), file.seek(0), file.read(), file.readable(), file.writable(), file.seekable())
    print(file.seek(20), file.write(b"end"), file.seek(0), file.read(), file.flush(), file.peek(1), file.readinto(bytearray(2)), file.read1(), file.readlines(), file.isatty(), file.writelines([]))
for failing in (lambda: file.read(), lambda: file.write(b""), lambda: file.seek(0), lambda: file.tell(), lambda: file.flush(), lambda: file.__enter__(), lambda: next(file), lambda: file.readable(), lambda: file.isatty()):
    try:
        failing()
    except ValueError as error:
        print("ValueError", end="; ")
print(file.closed)

with open("text.txt", "w", encoding="utf-8", errors="replace") as text:
    print(type(text) is io.TextIOWrapper, text.encoding, text.errors, text.line_buffering, text.seekable(), text.isatty(), text.newlines, text.write("é\nb\n"), text.tell(), text.truncate(2), text.tell())
print(open("text.txt", "rb").read(), io.open is open, io.DEFAULT_BUFFER_SIZE > 0, io.SEEK_SET, io.SEEK_CUR, io.SEEK_END)
for value, kinds in ((io.StringIO(), (io.TextIOBase, io.IOBase)), (io.BytesIO(), (io.BufferedIOBase, io.IOBase)), (open("text.txt"), (io.TextIOBase,)), (open("text.txt", "rb"), (io.BufferedIOBase, io.RawIOBase))):
    print(type(value).__name__, [isinstance(value, kind) for kind in kinds], end="; ")
    value.close()
print()

# In memory: the same, without a name.
memory = io.BytesIO(b"one\ntwo\nthree")
print(memory.readable(), memory.writable(), memory.seekable(), memory.isatty(), memory.readline(), memory.readline(1), memory.read1(2), memory.tell(), memory.readinto(bytearray(3)), memory.readlines(), memory.flush())
print(memory.seek(0), memory.truncate(5), memory.getvalue(), memory.seek(8), memory.write(b"!"), memory.getvalue(), memory.writelines([b"a", b"b"]), memory.getvalue(), memory.seek(-2, 2), memory.read(), memory.seek(0), list(memory))
holder = io.BytesIO(b"abc")
view = holder.getbuffer()
print(bytes(view), len(view), view.release(), memory.close(), memory.closed)
words = io.StringIO("one\r\ntwo\n", newline=None)
print(words.readlines(), words.errors, words.line_buffering, words.seekable(), words.writable(), words.isatty(), words.flush(), words.newlines, words.seek(0), words.read(2), words.write("X"), words.writelines(["a", "b"]), words.getvalue(), words.truncate(1), words.getvalue())
words.close()
for failing in (lambda: words.read(), lambda: words.getvalue(), lambda: memory.read(), lambda: memory.getvalue(), lambda: io.StringIO(5), lambda: io.StringIO(newline="x"), lambda: io.BytesIO("x"), lambda: io.StringIO().write(b""), lambda: io.BytesIO().write(""), lambda: io.BytesIO(5),
                lambda: io.StringIO("a").seek(1, 1), lambda: io.StringIO().fileno(), lambda: io.BytesIO().fileno(), lambda: io.BytesIO().seek(-1), lambda: io.StringIO().truncate(-1), lambda: io.BytesIO().truncate(-1), lambda: io.StringIO().nothing):
    try:
        print(failing())
    except Exception as error:
        print(type(error).__name__, error)
os.remove("bytes.bin")
os.remove("text.txt")
