# The words behind the colon: fill, align, sign, z, #, 0, width, grouping, precision, type.
for spec in ("", ">8", "<8", "^8", "*^8", "=8", "+", " ", "08", "+08", ",", "_", "x", "#x", "#010b", "_x", "_b", "c", "e", ".3e", "f", ".0f", "#.0f", "%", "g", "n", ".2%"):
    try:
        print(f"{spec!r:10} {format(1234, spec)!r:16} {format(-5, spec)!r}")
    except (ValueError, OverflowError) as error:
        print(f"{spec!r:10} {type(error).__name__} {error}")
for spec in ("", ".3", ".10", "g", ".3g", "e", "f", ",.2f", "012,.1f", "+.1f", "%", "z.0f", "_.3f", "n", "x", "d", "#g"):
    for number in (1234.5678, -0.04, float("inf")):
        try:
            print(f"{spec!r:10} {number!r:10} {format(number, spec)!r}")
        except ValueError as error:
            print(f"{spec!r:10} {number!r:10} ValueError {error}")
for spec in ("", ">6", "^6", ".2", "*<6.2", "s", "06", "=6", "d", ",", "+", "#"):
    try:
        print(f"{spec!r:8} {format('abc', spec)!r}")
    except ValueError as error:
        print(f"{spec!r:8} ValueError {error}")
