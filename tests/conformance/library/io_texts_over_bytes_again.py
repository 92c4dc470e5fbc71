# A text over bytes: written, read again from the beginning, told where it is, and taken off the bytes.
import io

text = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\r\n", write_through=True)
print(text.write("é\nb\n"), text.buffer.getvalue(), text.write_through, text.line_buffering)
text.seek(0)
print(repr(text.read()), text.tell(), text.seek(0), text.read(1), text.tell(), text.seek(0, 2))
text.reconfigure(line_buffering=True)
print(text.line_buffering)
under = text.detach()
for each in (text.read, text.tell, lambda: text.closed):
    try:
        print(each())
    except ValueError as error:
        print(error)
print(under.getvalue())

view = under.getbuffer()
view[0:1] = b"E"
try:
    under.seek(0, 2)
    under.write(b"longer")
except BufferError as error:
    print(error)
view.release()
print(under.write(b"!"), under.getvalue(), under.readinto1(bytearray(2)))
for stream in (io.StringIO("x"), io.BytesIO(b"x")):
    for call in (stream.detach, stream.fileno, lambda: stream.read("x")):
        try:
            call()
        except (OSError, TypeError) as error:
            print(type(error).__name__, error)

with open("lines.txt", "w") as file:
    file.write("one\ntwo\nthree\n")
with open("lines.txt") as file:
    print(next(file), end="")
    try:
        file.tell()
    except OSError as error:
        print(error)
    print(list(file), file.tell())
    print(file.seek(4), file.readline(), file.tell())
for arguments in (("lines.txt", ""), ("lines.txt", "r", -1, None, None, "q"), (99,)):
    try:
        open(*arguments)
    except (OSError, ValueError) as error:
        print(error)
