# The formatting mini-language for whole and broken numbers: signs, widths, groups, exponents, percent, and rounding half to even.
for spec in ("", "d", "5", "<5", "^7", ">+6", "=+6", "05", "+,", "_", "x", "#x", "#_b", "o", "c", "e", ".2f", "%", "n", "*^9", " ", ".3", ",x"):
    for n in (65, 1234567, -42):
        try:
            print(repr(spec), repr(format(n, spec)), end="; ")
        except (ValueError, OverflowError) as error:
            print(type(error).__name__, error, end="; ")
    print()
for spec in ("", "f", ".0f", ".1f", ".3e", "g", ".3g", "#.3g", "G", "%", ".1%", "+.2f", "010.2f", ",.2f", "_.1f", "z.1f", "<9.1f", "^9", "n", ".10"):
    print(repr(spec), [format(x, spec) for x in (0.5, 2.5, -0.04, 1234567.891, 1e22, float("inf"), float("nan"))])
for spec in ("s", "d", "5d", ".", "x.", "+s", ",s", "=5", "10.3"):
    for value in (3.5, "text", 7, None):
        try:
            print(repr(spec), repr(value), repr(format(value, spec)))
        except (ValueError, TypeError) as error:
            print(repr(spec), repr(value), type(error).__name__, error)
print(f"{3.14159:{8}.{3}}", f"{7!r:>4}", f"{'é':*^5}", f"{1 + 1 = }", f"{'q' = :>5}", f"{{}}", "%5.1f|%-5d|%05d|%x|%r|%%" % (2.25, 3, -4, 255, "a"))
print(round(0.5), round(1.5), round(2.675, 2), round(-1234, -2), round(1e300, 2), repr(0.1 + 0.2), 1e16, 123456789012345680.0, 1e-5, 0.0001)
print(int("0b101", 0), int("-0x1f", 16), int(" 1_000 "), float("1e-3"), float(" -inf "), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"))
