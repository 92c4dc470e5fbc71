# print() writes each argument before it asks the next one for its text; a file of one's own sees every piece.
class Loud:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        print(f"[asked {self.name}]")
        return self.name

    __repr__ = __str__


class Broken:
    def __str__(self):
        raise ValueError("no text")


class Tee:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)


print("first", Loud("second"), "third", [Loud("in a list")])
try:
    print("before", 1, Broken(), "after")
except ValueError as error:
    print("|", error)
tee = Tee()
print("a", 1, [2], sep="-", end="!", file=tee)
print(file=tee)
print("x", sep="", file=tee)
print("x", "y", sep="", file=tee)
print(tee.pieces)
print("a", "b", sep="\n", end="")
print()
print(*range(3), sep=", ", end=".\n", flush=True)
print("tab\there", "nul\0", "é", "\x1b[0m", end="|\n")
for wrong in (lambda: print("a", sep=1), lambda: print("a", end=1), lambda: print("a", nothing=1), lambda: print("a", file=5)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
