# io: texts and bytes in memory behave as files.
import io
import sys

out = io.StringIO()
print("hello", 1, sep="-", file=out)
out.write("second\nthird")
print(repr(out.getvalue()), out.tell(), out.seek(0), out.readline(), list(out), out.read())
stream = io.StringIO("a\nb\nc\n")
print(stream.read(1), stream.readlines(), stream.seek(2), stream.read())
stream.seek(0, 2)
stream.write("end")
stream.seek(1)
stream.write("XY")
print(repr(stream.getvalue()), stream.truncate(3), repr(stream.getvalue()), stream.readable(), stream.closed)
with io.StringIO("x") as inside:
    print(inside.read())
data = io.BytesIO(b"abc")
data.seek(0, io.SEEK_END)
data.write(b"\n\x00d")
print(data.getvalue(), data.seek(1), data.read(2), data.tell(), data.readlines(), len(data.getbuffer()))
old, sys.stdout = sys.stdout, io.StringIO()
print("hidden")
kept, sys.stdout = sys.stdout.getvalue(), old
print(repr(kept), isinstance(out, io.TextIOBase), isinstance(out, io.IOBase))
for wrong in (lambda: inside.read(), lambda: out.write(3), lambda: out.seek(-1), lambda: data.write("x"), lambda: io.StringIO(3), lambda: out.fileno()):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
