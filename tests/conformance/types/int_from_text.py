# int() reads what a literal may say, with blanks around it and underscores between digits; base 0 asks the prefix.
for text, base in ((" 42 ", 10), ("-0x1F", 16), ("0x1F", 0), ("0b101", 0), ("0o17", 0), ("1_000", 10), ("z", 36), ("00", 0), ("+7", 10), ("٤٢", 10),
                   ("1__0", 10), ("_1", 10), ("0x", 16), ("", 10), ("012", 0), ("9", 8), ("1.5", 10), ("- 1", 10), ("10", 1), ("10", 37)):
    try:
        print(repr(text), base, int(text, base))
    except ValueError as error:
        print(repr(text), base, error)
print(int(2.99), int(-2.99), int(True), int(b"12"), int("0"), int())
for wrong in (lambda: int(None), lambda: int([]), lambda: int("5", "x"), lambda: int(5, 10), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int(1j), lambda: int(x="5")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
