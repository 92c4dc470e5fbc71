# Text that is no number is shown as it was given, and int() shows the bytes of a bytearray.
for kind in (int, float, complex):
    for given in ("'t", b"'t", bytearray(b"'t"), 'a"', bytearray(b'a"'), b"\xff", bytearray(b""), "", " 1 1 ", "1_", b"0x1"):
        try:
            print(kind(given))
        except (ValueError, TypeError) as error:
            print(kind.__name__, type(error).__name__, error)
for base in (0, 2, 16, 36):
    try:
        int(bytearray(b"0'"), base)
    except ValueError as error:
        print(error)
