"""str() decodes whatever has bytes, and super() of a class and None is that of the class alone."""
data = memoryview(b"sch\xc3\xb6n und gut")
print(str(data[:6], "utf-8"), str(data[-3:], "latin-1"), str(data, errors="replace"))
print(str(bytearray(b"\xff"), "utf-8", "replace"), str(memoryview(b""), "utf-8") == "")
for refused in (lambda: str(data, "ascii"), lambda: str(data, "no such"), lambda: str(data, None), lambda: str([], "utf-8"), lambda: str(data[::2], "utf-8"),
                lambda: str(memoryview(b"\xff"), "utf-8")):
    try:
        print(refused())
    except (UnicodeDecodeError, LookupError, TypeError) as error:
        print(type(error).__name__, error)
print(super(int, None))
