# Classes derived from OSError: who takes the arguments apart, __new__ or __init__, and what an instance then is.
import copy
import urllib.error


class Silent(OSError):
    def __init__(self, x, y=None, z=None):
        self.x = x


class Asking(OSError):
    def __init__(self, x, y=None):
        super().__init__(x, y)


class Both(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        pass


class BothAsking(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        super().__init__(9, "other", "name")


class Plain(OSError):
    pass


class Gone(FileNotFoundError):
    def __init__(self, what):
        super().__init__(2, "gone", what)


class Set(ConnectionError):
    def __init__(self, a, b):
        self.args = (a, b)


class Late(TimeoutError):
    def __init__(self, seconds):
        super().__init__(f"after {seconds} s")
        self.seconds = seconds


class Deeper(Gone):
    pass


class Host(Exception):
    def __init__(self, a, b):
        self.a = a


for made in (Silent(2, "b"), Silent(2, "b", "f"), Asking(3, "c"), Asking(4), Both(2, "x"), Both(2, "x", "f"), BothAsking(2, "x"), Plain(5, "d", "f"), Plain(2, "q"), Plain(), Gone("file"), Deeper("file"),
             Set(1, 2), Late(3), OSError(2, "n"), OSError(2, "n", "f", None, "g"), Host(1, 2), urllib.error.URLError("no"), urllib.error.HTTPError("u", 404, "Not", {}, None)):
    print(type(made).__name__, made.args, [getattr(made, name, "-") for name in ("errno", "strerror", "filename", "filename2")], repr(str(made)), repr(made))
for made in (Silent(1, 2), Plain(2, "a", "f"), Late(3)):
    try:
        print(repr(copy.copy(made)))
    except TypeError as error:
        print(error)
try:
    raise Late(2)
except OSError as error:
    print(error, error.errno, isinstance(error, TimeoutError), error.__reduce__()[1])
for call in (lambda: Silent(), lambda: Plain(a=1), lambda: Asking(1, y=2), lambda: Gone()):
    try:
        print(repr(call()))
    except TypeError as error:
        print(error)
raise Silent("host", 443)
