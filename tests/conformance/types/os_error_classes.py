# OSError with an errno gives the class that stands for it; subclasses and other arguments stay what they are.
for number in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 108, 110, 111, 114, 115, 5, 98, "2", 2.0):
    error = OSError(number, "text")
    print(type(error).__name__, error.errno, error.strerror, error.args, error)


class Own(OSError):
    pass


print(type(Own(2, "x")).__name__, type(ConnectionError(111, "x")).__name__, type(OSError(2)).__name__, OSError(2).errno)
try:
    raise OSError(104, "reset")
except ConnectionError as error:
    print(repr(error))
