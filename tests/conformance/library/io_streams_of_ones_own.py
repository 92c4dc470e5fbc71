# Streams that a program makes itself: what the classes of io add to the few methods that it writes.
import io
import sys


class Pieces(io.RawIOBase):
    """Gives what it has in pieces, as a socket does."""

    def __init__(self, *pieces):
        self.pieces = list(pieces)

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.pieces:
            return 0
        piece = self.pieces.pop(0)
        first, rest = piece[:len(buffer)], piece[len(buffer):]
        if rest:
            self.pieces.insert(0, rest)
        buffer[:len(first)] = first
        return len(first)


def pieces():
    return Pieces(b"one\nt", b"wo\nthree", b" and more\n", b"end")


print(pieces().read(3), pieces().readall(), pieces().readline(), list(pieces()))
print(io.BufferedReader(pieces()).readlines(), io.BufferedReader(pieces(), 4).read(6))
reader = io.BufferedReader(pieces())
print(reader.peek(), reader.read1(2), reader.read1(), reader.readline(), reader.read(), reader.read())
print(io.TextIOWrapper(io.BufferedReader(pieces()), encoding="ascii").read())
print(reader.raw.readable(), reader.readable(), reader.writable(), reader.closed, reader.raw.closed)
reader.close()
print(reader.closed, reader.raw.closed)


class Shouting(io.TextIOBase):
    def __init__(self, under):
        self.under = under

    def write(self, text):
        return self.under.write(text.upper())


loud = Shouting(sys.stdout)
print("quiet", "words", file=loud)
loud.writelines(["a ", "b\n"])
print(loud.writable(), loud.readable(), loud.encoding, loud.closed)
loud.close()
try:
    loud.writelines(["late"])
except ValueError as error:
    print(error)


class Tee(io.StringIO):
    def write(self, text):
        sys.stdout.write(f"[{text!r}]")
        return super().write(text)


tee = Tee()
print("x", file=tee)
print()
print(repr(tee.getvalue()))


class Upper(io.BufferedIOBase):
    def __init__(self, data):
        self.data = io.BytesIO(data)

    def read(self, size=-1):
        return self.data.read(size).upper()


upper, room = Upper(b"abc\ndef"), bytearray(5)
print(upper.readinto(room), room, upper.readline())


class Bare(io.IOBase):
    pass


bare = Bare()
for name in ("tell", "truncate", "fileno", "readable", "writable", "seekable", "isatty", "flush", "readline", "close"):
    try:
        print(name, getattr(bare, name)())
    except (AttributeError, OSError) as error:
        print(name, type(error).__name__, error)
for name in ("flush", "isatty", "__enter__", "readlines"):
    try:
        print(name, getattr(bare, name)())
    except ValueError as error:
        print(name, error)
with Bare() as inside:
    print(inside.closed)
print(inside.closed)
for cls in (io.RawIOBase, io.BufferedIOBase, io.TextIOBase):
    print(cls.__mro__[1].__name__, issubclass(cls, io.IOBase), isinstance(sys.stdout, cls), isinstance(tee, cls))

under = io.BytesIO()
writer = io.BufferedWriter(under, 4)
print(writer.write(b"abc"), under.getvalue(), writer.write(b"def"), under.getvalue(), writer.flush(), under.getvalue())
both = io.BufferedRWPair(io.BytesIO(b"in"), under)
print(both.read(), both.write(b"out"), both.flush(), under.getvalue(), both.readable(), both.closed)
for make in (lambda: io.BufferedWriter(pieces()), lambda: io.BufferedReader(io.BytesIO(), 0), lambda: bare.__iter__()):
    try:
        make()
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
