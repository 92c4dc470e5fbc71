# io.TextIOWrapper over bytes in memory, and over the bytes of sys.stdout.
import io
import sys

over = io.TextIOWrapper(io.BytesIO(b"\xc3\xa9 one\r\ntwo\nthree"), encoding="utf-8")
print(over, over.encoding, over.errors, over.newlines, over.line_buffering, over.readable(), over.closed)
print([over.readline(), over.read(2), over.read()], over.newlines, isinstance(over, io.TextIOBase))
over = io.TextIOWrapper(io.BytesIO(b"a\r\nb"), newline="")
print(list(over))
kept = io.BytesIO()
with io.TextIOWrapper(kept, encoding="latin-1", newline="\r\n") as over:
    print(over.write("é\nx"), kept.getvalue())
    over.flush()
    print(kept.getvalue(), over.buffer is kept)
print(kept.closed, over.closed)
kept = io.BytesIO()
over = io.TextIOWrapper(kept, line_buffering=True, encoding="utf-8")
print("a line", file=over)
print("no line", end="", file=over)
print(kept.getvalue())
print(over.detach() is kept, kept.getvalue())
for wrong in (lambda: over.write("x"), lambda: io.TextIOWrapper(io.BytesIO(), newline="x"), lambda: io.TextIOWrapper(io.BytesIO(b"\xff")).read(),
              lambda: io.TextIOWrapper(io.BytesIO(), encoding="ascii").write("é"), lambda: io.TextIOWrapper()):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__)
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", line_buffering=True)
print("héllo through the wrapper")
sys.stdout.write("and its end\n")
