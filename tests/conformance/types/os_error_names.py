# OSError with the name of a file: what str, repr and args show of it; a class with an __init__ of its own.
import errno


class Custom(OSError):
    def __init__(self, one, two, three):
        super().__init__(one, two)
        self.three = three


class Plain(OSError):
    pass


for error in [OSError(2, "No such file", "x.txt"), OSError(2, "No such file"), OSError(2, "moved", "a", None, "b"), PermissionError(13, "no", b"x"),
              OSError("one"), OSError(1, 2, 3, 4, 5, 6), Custom(5, "five", "extra"), Plain(28, "full", "disk"), FileExistsError(errno.EEXIST, "there", "f"),
              OSError()]:
    print(type(error).__name__, "|", error, "|", repr(error), error.args, error.errno, error.strerror, error.filename, error.filename2)
error = OSError(2, "gone")
error.filename = "later.txt"
print(error, error.filename)
try:
    raise FileNotFoundError(2, "No such file or directory", "data.json")
except OSError as caught:
    print(f"{caught.strerror}: {caught.filename!r}")
raise OSError(2, "No such file or directory", "last.txt")
