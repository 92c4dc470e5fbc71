# What programs do with sys.stdin, sys.stdout and sys.stderr themselves.
import io
import sys

sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
sys.stdout.buffer.write(b"bytes ")
sys.stdout.buffer.write("é".encode() + b" and bytes\n")
sys.stdout.buffer.flush()
sys.stdout.flush()
print(sys.stdout.encoding, sys.stdout.closed, sys.stdout.isatty(), sys.stdout.newlines)
print(sys.stdout.writable(), sys.stdout.readable(), sys.stdin.name, sys.stdin.mode, sys.stdin.readable(),
      sys.stdin.writable(), sys.stdin is sys.__stdin__)
print(repr(sys.stdin.readline()), list(sys.stdin), repr(sys.stdin.read()), sys.stdin.readlines(), sys.stdin.buffer.read())
for wrong in (lambda: sys.stdin.write("x"), lambda: sys.stdin.buffer.write(b"x"),
              lambda: sys.stdout.reconfigure(colour=1)):
    try:
        wrong()
    except (io.UnsupportedOperation, TypeError) as error:
        print(type(error).__name__, error)
with sys.stdin as lines:
    print(lines is sys.stdin)
for line in map(str.strip, sys.__stderr__ and []):
    print(line)
