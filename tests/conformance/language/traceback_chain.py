# An uncaught exception with a cause: CPython's text, carets and both tracebacks.
class Failed(Exception):
    pass

def parse(text):
    return int(text) + 1

def load(values):
    total = 0
    for v in values:
        try:
            total += parse(v)
        except ValueError as e:
            raise Failed(f"bad value {v!r}") from e
    return total

print(load(["1", "2"]))
print(load(["1", "x"]))
