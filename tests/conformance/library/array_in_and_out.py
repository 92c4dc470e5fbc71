"""Arrays filled from lists, letters and files, written to files, and emptied."""
import array
from array import ArrayType, typecodes

print(typecodes, ArrayType is array.array, ArrayType, array.array.__module__)
numbers = array.array("h", [1, -2])
numbers.fromlist([3, 4])
print(numbers)
for wrong in ([5, "x"], [5, 70000], [1.5], (1, 2), "ab"):
    try:
        numbers.fromlist(wrong)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error, numbers)
with open("numbers.bin", "wb") as file:
    numbers.tofile(file)
    array.array("h").tofile(file)
with open("numbers.bin", "rb") as file:
    print(file.read())
back = array.array("h")
with open("numbers.bin", "rb") as file:
    back.fromfile(file, 3)
    print(back)
    try:
        back.fromfile(file, 2)
    except EOFError as error:
        print("EOFError", error, back)
    try:
        back.fromfile(file, -1)
    except ValueError as error:
        print(error)
back.clear()
print(back, len(back), back.itemsize, back.clear())
try:
    back.fromfile("numbers.bin", 1)
except AttributeError as error:
    print(error)

letters = array.array("w", "höre")
letters.fromunicode(" zu")
print(letters, letters.tounicode(), letters.itemsize, letters[1], letters.index("r"))
letters[0] = "H"
letters.append("!")
print(letters.tounicode(), letters.pop(), letters.count("h"), letters[-2:].tounicode())
letters.clear()
print(letters, repr(letters.tounicode()))
for action in (lambda: numbers.tounicode(), lambda: numbers.fromunicode("a"), lambda: letters.fromunicode(b"a"), lambda: letters.append("ab"),
               lambda: letters.append(1), lambda: numbers.append("a"), lambda: array.array("w", [1]), lambda: array.array("w", b"a"),
               lambda: array.array("i", "ab"), lambda: array.array("z"), lambda: array.array("ab"), lambda: array.array(1), lambda: array.array("b", [128]),
               lambda: array.array("B", [-1]), lambda: array.array("I", [-1]), lambda: array.array("d", ["x"]), lambda: array.array("f", [1]),
               lambda: array.array("w", array.array("i", [1])), lambda: array.array("i", array.array("w", "a")), lambda: array.array("d", array.array("i", [1])),
               lambda: numbers.index(99), lambda: numbers.remove(99), lambda: array.array("i").pop(), lambda: numbers.pop(99), lambda: array.array("h", b"abc")):
    try:
        print(action())
    except (TypeError, ValueError, OverflowError, IndexError) as error:
        print(type(error).__name__, error)
print(array.array("L", [2 ** 63]), array.array("f", [0.1])[0], array.array("q", b"\1" + bytes(7)), array.array("B", range(3)).tobytes())
